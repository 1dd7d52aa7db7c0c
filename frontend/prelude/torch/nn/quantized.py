"""torch.nn.quantized: only what a float model has of it, the operations that quantizing replaces."""
from .. import add, cat, mul
from .functional import relu
from .modules.linear import Identity
from .modules.module import Module

__module__ = 'torch.ao.nn.quantized'


class FXFloatFunctional(Module):

    def forward(self, x):
        raise RuntimeError('FloatFunctional is not intended to use the forward. Please use the '
                           'corresponding operation')

    def add(self, x, y):
        return add(x, y)

    def add_scalar(self, x, y):
        return add(x, y)

    def mul(self, x, y):
        return mul(x, y)

    def mul_scalar(self, x, y):
        return mul(x, y)

    def cat(self, x, dim=0):
        return cat(x, dim=dim)

    def add_relu(self, x, y):
        return relu(add(x, y))


class FloatFunctional(FXFloatFunctional):
    """With the place where an observer would stand."""

    def __init__(self):
        super().__init__()
        self.activation_post_process = Identity()

"""nn.Parameter: a tensor that a module registers when it is assigned."""
import _native
from .._tensor import Tensor
from .._create import empty

__module__ = 'torch.nn.parameter'


class Parameter(Tensor):

    def __new__(cls, data=None, requires_grad=True):
        if data is None:
            data = empty(0)
        made = _native.alias_as(data, cls)
        made.requires_grad = requires_grad
        return made


class Buffer(Tensor):
    """A tensor that a module registers as a buffer when it is assigned."""

    def __new__(cls, data=None, *, persistent=True):
        made = _native.alias_as(empty(0) if data is None else data, cls)
        made.persistent = persistent
        return made


class UninitializedParameter(Parameter):

    def __new__(cls, requires_grad=True, device=None, dtype=None):
        return _native.refuse('a parameter whose shape is known only at the first call',
                              'use the layer that is told its input size instead of the lazy one',
                              code='NN403')


class UninitializedBuffer(Buffer):

    def __new__(cls, requires_grad=False, device=None, dtype=None):
        return _native.refuse('a buffer whose shape is known only at the first call', code='NN403')


def is_lazy(param):
    return isinstance(param, (UninitializedParameter, UninitializedBuffer))

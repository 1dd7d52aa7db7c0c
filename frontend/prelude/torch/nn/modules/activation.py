"""Activation layers."""
from ..._errors import shape_error
from .module import Module
from .attention import MultiheadAttention
from .. import functional as F
from ..init import constant_
from ..parameter import Parameter
from ..._create import empty

__module__ = 'torch.nn.modules.activation'


class _Plain(Module):
    """A layer without arguments or parameters."""


class _InPlace(Module):
    """A layer whose only argument is `inplace`."""

    def __init__(self, inplace=False):
        super().__init__()
        self.inplace = inplace

    def extra_repr(self):
        return 'inplace=True' if self.inplace else ''


class ReLU(_InPlace):

    def forward(self, input):
        return F.relu(input, self.inplace)


class Hardtanh(Module):

    def __init__(self, min_val=-1.0, max_val=1.0, inplace=False, min_value=None, max_value=None):
        super().__init__()
        self.min_val = min_val if min_value is None else min_value
        self.max_val = max_val if max_value is None else max_value
        self.inplace = inplace
        assert self.max_val > self.min_val

    def forward(self, input):
        return F.hardtanh(input, self.min_val, self.max_val, self.inplace)

    def extra_repr(self):
        return f'min_val={self.min_val}, max_val={self.max_val}' + (
            ', inplace=True' if self.inplace else '')


class ReLU6(Hardtanh):

    def __init__(self, inplace=False):
        super().__init__(0.0, 6.0, inplace)

    def forward(self, input):
        return F.relu6(input, self.inplace)


class Sigmoid(_Plain):

    def forward(self, input):
        return F.sigmoid(input)


class Tanh(_Plain):

    def forward(self, input):
        return F.tanh(input)


class SiLU(_InPlace):

    def forward(self, input):
        return F.silu(input, self.inplace)


class Mish(_InPlace):

    def forward(self, input):
        return F.mish(input, self.inplace)


class Hardswish(_InPlace):

    def forward(self, input):
        return F.hardswish(input, self.inplace)


class Hardsigmoid(_InPlace):

    def forward(self, input):
        return F.hardsigmoid(input, self.inplace)


class SELU(_InPlace):

    def forward(self, input):
        return F.selu(input, self.inplace)


class ELU(Module):

    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def forward(self, input):
        return F.elu(input, self.alpha, self.inplace)


class CELU(Module):

    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def forward(self, input):
        return F.celu(input, self.alpha, self.inplace)


class LeakyReLU(Module):

    def __init__(self, negative_slope=1e-2, inplace=False):
        super().__init__()
        self.negative_slope = negative_slope
        self.inplace = inplace

    def forward(self, input):
        return F.leaky_relu(input, self.negative_slope, self.inplace)

    def extra_repr(self):
        return f'negative_slope={self.negative_slope}' + (', inplace=True' if self.inplace else '')


class RReLU(Module):

    def __init__(self, lower=1.0 / 8, upper=1.0 / 3, inplace=False):
        super().__init__()
        self.lower = lower
        self.upper = upper
        self.inplace = inplace

    def forward(self, input):
        return F.rrelu(input, self.lower, self.upper, self.training, self.inplace)


class PReLU(Module):

    def __init__(self, num_parameters=1, init=0.25, device=None, dtype=None):
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(empty(num_parameters, dtype=dtype))
        self.reset_parameters()

    def reset_parameters(self):
        constant_(self.weight, self.init)

    def forward(self, input):
        return F.prelu(input, self.weight)

    def extra_repr(self):
        return f'num_parameters={self.num_parameters}'


class GELU(Module):

    def __init__(self, approximate='none'):
        super().__init__()
        self.approximate = approximate

    def forward(self, input):
        return F.gelu(input, approximate=self.approximate)

    def extra_repr(self):
        return f'approximate={self.approximate!r}'


class GLU(Module):

    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim

    def forward(self, input):
        return F.glu(input, self.dim)


class Softplus(Module):

    def __init__(self, beta=1, threshold=20):
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input):
        return F.softplus(input, self.beta, self.threshold)


class Softshrink(Module):

    def __init__(self, lambd=0.5):
        super().__init__()
        self.lambd = lambd

    def forward(self, input):
        return F.softshrink(input, self.lambd)


class Hardshrink(Module):

    def __init__(self, lambd=0.5):
        super().__init__()
        self.lambd = lambd

    def forward(self, input):
        return F.hardshrink(input, self.lambd)


class Threshold(Module):

    def __init__(self, threshold, value, inplace=False):
        super().__init__()
        self.threshold = threshold
        self.value = value
        self.inplace = inplace

    def forward(self, input):
        return F.threshold(input, self.threshold, self.value, self.inplace)


class LogSigmoid(_Plain):

    def forward(self, input):
        return F.logsigmoid(input)


class Softsign(_Plain):

    def forward(self, input):
        return F.softsign(input)


class Tanhshrink(_Plain):

    def forward(self, input):
        return F.tanhshrink(input)


class _Along(Module):
    """Softmax and its kin: one axis."""

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def extra_repr(self):
        return f'dim={self.dim}'


class Softmax(_Along):

    def forward(self, input):
        return F.softmax(input, self.dim, _stacklevel=5)


class Softmin(_Along):

    def forward(self, input):
        return F.softmin(input, self.dim, _stacklevel=5)


class LogSoftmax(_Along):

    def forward(self, input):
        return F.log_softmax(input, self.dim, _stacklevel=5)


class Softmax2d(_Plain):

    def forward(self, input):
        if input.ndim not in (3, 4):
            raise shape_error(f'Softmax2d: expected input to be 3D or 4D, got {input.ndim}D '
                              'instead', ValueError)
        return F.softmax(input, -3, _stacklevel=5)

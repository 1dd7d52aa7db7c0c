"""weight_norm, spectral_norm and orthogonal as parametrizations."""
import _native
from .parametrize import register_parametrization
from ._weight_norm import norm_except_dim
from ..functional import normalize
from ..modules.conv import ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from ..modules.module import Module
from ..._matrix import dot, mv
from ..._random import randn

__module__ = 'torch.nn.utils.parametrizations'


class _WeightNorm(Module):

    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, weight_g, weight_v):
        return weight_v * (weight_g / norm_except_dim(weight_v, 2, self.dim))

    def right_inverse(self, weight):
        return norm_except_dim(weight, 2, self.dim), weight


def weight_norm(module, name='weight', dim=0):
    return register_parametrization(module, name, _WeightNorm(dim), unsafe=True)


class _SpectralNorm(Module):

    def __init__(self, weight, n_power_iterations=1, dim=0, eps=1e-12):
        super().__init__()
        self.dim = dim if dim >= 0 else dim + weight.ndim
        self.eps = eps
        self.n_power_iterations = n_power_iterations
        if weight.ndim > 1:
            matrix = self._reshape_weight_to_matrix(weight)
            self.register_buffer('_u', normalize(randn(matrix.shape[0]), dim=0, eps=eps))
            self.register_buffer('_v', normalize(randn(matrix.shape[1]), dim=0, eps=eps))

    def _reshape_weight_to_matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute([self.dim] + [i for i in range(weight.ndim) if i != self.dim])
        return weight.flatten(1)

    def forward(self, weight):
        if weight.ndim == 1:
            return normalize(weight, dim=0, eps=self.eps)
        matrix = self._reshape_weight_to_matrix(weight)
        if self.training:
            for _ in range(self.n_power_iterations):
                self._u.copy_(normalize(mv(matrix, self._v), dim=0, eps=self.eps))
                self._v.copy_(normalize(mv(matrix.t(), self._u), dim=0, eps=self.eps))
        return weight / dot(self._u, mv(matrix, self._v))

    def right_inverse(self, value):
        return value


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    weight = getattr(module, name)
    if dim is None:
        turned = isinstance(module, (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d))
        dim = 1 if turned else 0
    return register_parametrization(module, name,
                                    _SpectralNorm(weight, n_power_iterations, dim, eps))


def orthogonal(module, name='weight', orthogonal_map=None, *, use_trivialization=True):
    return _native.refuse('`orthogonal` needs a matrix exponential or factorisation')

"""weight / sigma, sigma being u . (W v). In eval u and v are the stored vectors; in training each
call refines them first. The parameter is NAME_orig, the buffers NAME_u and NAME_v."""
from ..functional import normalize
from ..modules.conv import ConvTranspose1d, ConvTranspose2d, ConvTranspose3d
from ..parameter import Parameter
from ..._matrix import dot, mv
from ..._random import randn

__module__ = 'torch.nn.utils'


class SpectralNorm:

    _version = 1

    def __init__(self, name='weight', n_power_iterations=1, dim=0, eps=1e-12):
        if n_power_iterations <= 0:
            raise ValueError('Expected n_power_iterations to be positive, but got '
                             f'n_power_iterations={n_power_iterations}')
        self.name = name
        self.dim = dim
        self.n_power_iterations = n_power_iterations
        self.eps = eps

    def reshape_weight_to_matrix(self, weight):
        if self.dim != 0:
            weight = weight.permute([self.dim] + [i for i in range(weight.ndim) if i != self.dim])
        return weight.reshape(weight.shape[0], -1)

    def compute_weight(self, module, do_power_iteration):
        weight = getattr(module, self.name + '_orig')
        u, v = getattr(module, self.name + '_u'), getattr(module, self.name + '_v')
        matrix = self.reshape_weight_to_matrix(weight)
        if do_power_iteration:
            for _ in range(self.n_power_iterations):
                v.copy_(normalize(mv(matrix.t(), u), dim=0, eps=self.eps))
                u.copy_(normalize(mv(matrix, v), dim=0, eps=self.eps))
        return weight / dot(u, mv(matrix, v))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module, module.training))


def spectral_norm(module, name='weight', n_power_iterations=1, eps=1e-12, dim=None):
    if dim is None:
        turned = isinstance(module, (ConvTranspose1d, ConvTranspose2d, ConvTranspose3d))
        dim = 1 if turned else 0
    for hook in module._forward_pre_hooks.values():
        if isinstance(hook, SpectralNorm) and hook.name == name:
            raise RuntimeError('Cannot register two spectral_norm hooks on the same parameter '
                               f'{name}')
    norm = SpectralNorm(name, n_power_iterations, dim, eps)
    weight = module._parameters[name]
    if weight is None:
        raise ValueError('`SpectralNorm` cannot be applied as parameter `' + name + '` is None')
    matrix = norm.reshape_weight_to_matrix(weight)
    del module._parameters[name]
    module.register_parameter(name + '_orig', weight)
    setattr(module, name, weight.data)
    module.register_buffer(name + '_u', normalize(randn(matrix.shape[0]), dim=0, eps=eps))
    module.register_buffer(name + '_v', normalize(randn(matrix.shape[1]), dim=0, eps=eps))
    module.register_forward_pre_hook(norm)
    return module


def remove_spectral_norm(module, name='weight'):
    for key, hook in list(module._forward_pre_hooks.items()):
        if isinstance(hook, SpectralNorm) and hook.name == name:
            weight = hook.compute_weight(module, False)
            delattr(module, name)
            del module._buffers[name + '_u']
            del module._buffers[name + '_v']
            del module._parameters[name + '_orig']
            setattr(module, name, Parameter(weight))
            del module._forward_pre_hooks[key]
            return module
    raise ValueError(f"spectral_norm of '{name}' not found in {module}")

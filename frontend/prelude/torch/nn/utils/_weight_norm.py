"""weight = g * v / |v|, computed anew before each call. The parameters are NAME_g and NAME_v."""
from ..parameter import Parameter
from ..._reduce import vector_norm

__module__ = 'torch.nn.utils'


def norm_except_dim(v, pow, dim):
    """|v| over all axes but one; over all for -1 (and None)."""
    if dim is None or dim == -1:
        return vector_norm(v, pow)
    axes = [i for i in range(v.ndim) if i != dim % v.ndim]
    return vector_norm(v, pow, axes, True) if axes else v.abs()


class WeightNorm:

    def __init__(self, name, dim):
        self.name = name
        self.dim = -1 if dim is None else dim

    def compute_weight(self, module):
        g, v = getattr(module, self.name + '_g'), getattr(module, self.name + '_v')
        return v * (g / norm_except_dim(v, 2, self.dim))

    def __call__(self, module, inputs):
        setattr(module, self.name, self.compute_weight(module))


def weight_norm(module, name='weight', dim=0):
    for hook in module._forward_pre_hooks.values():
        if isinstance(hook, WeightNorm) and hook.name == name:
            raise RuntimeError('Cannot register two weight_norm hooks on the same parameter '
                               f'{name}')
    norm = WeightNorm(name, dim)
    weight = getattr(module, name)
    del module._parameters[name]
    module.register_parameter(name + '_g', Parameter(norm_except_dim(weight, 2, norm.dim)))
    module.register_parameter(name + '_v', Parameter(weight.clone()))
    setattr(module, name, norm.compute_weight(module))
    module.register_forward_pre_hook(norm)
    return module


def remove_weight_norm(module, name='weight'):
    for key, hook in list(module._forward_pre_hooks.items()):
        if isinstance(hook, WeightNorm) and hook.name == name:
            weight = hook.compute_weight(module)
            delattr(module, name)
            del module._parameters[name + '_g']
            del module._parameters[name + '_v']
            setattr(module, name, Parameter(weight))
            del module._forward_pre_hooks[key]
            return module
    raise ValueError(f"weight_norm of '{name}' not found in {module}")

"""nn.init: fills parameters in place. The numbers are drawn where `--init random` asks for them;
until then a parameter only remembers its distribution."""
import math
import _native
from .._draws import gaussian, uniform as uniformly
from .._errors import shape_error
from .._inplace import fill_
from .._create import eye

__module__ = 'torch.nn.init'


def _draw(tensor, kind, *params):
    if kind == 'uniform':
        made = uniformly(tensor.shape, tensor.dtype, *params)
    elif kind == 'normal':
        made = gaussian(tensor.shape, tensor.dtype, *params)
    elif _native.in_forward():
        _native.refuse(f'`{kind}` numbers in `forward` are a distribution that ONNX has not')
    else:
        made = _native.random(kind, tensor.shape, tensor.dtype, *params)
    return _native.write(tensor, made)


def calculate_gain(nonlinearity, param=None):
    if nonlinearity in ('linear', 'conv1d', 'conv2d', 'conv3d', 'conv_transpose1d',
                        'conv_transpose2d', 'conv_transpose3d', 'sigmoid'):
        return 1
    if nonlinearity == 'tanh':
        return 5.0 / 3
    if nonlinearity == 'relu':
        return math.sqrt(2.0)
    if nonlinearity == 'leaky_relu':
        slope = 0.01 if param is None else param
        return math.sqrt(2.0 / (1 + slope ** 2))
    if nonlinearity == 'selu':
        return 3.0 / 4
    raise ValueError(f'Unsupported nonlinearity {nonlinearity}')


def uniform_(tensor, a=0.0, b=1.0, generator=None):
    return _draw(tensor, 'uniform', a, b)


def normal_(tensor, mean=0.0, std=1.0, generator=None):
    return _draw(tensor, 'normal', mean, std)


def trunc_normal_(tensor, mean=0.0, std=1.0, a=-2.0, b=2.0, generator=None):
    return _draw(tensor, 'trunc_normal', mean, std, a, b)


def constant_(tensor, val):
    return fill_(tensor, val)


def ones_(tensor):
    return fill_(tensor, 1.0)


def zeros_(tensor):
    return fill_(tensor, 0.0)


def eye_(tensor):
    if tensor.ndim != 2:
        raise shape_error('Only tensors with 2 dimensions are supported', ValueError)
    return _native.write(tensor, eye(*tensor.shape, dtype=tensor.dtype))


def dirac_(tensor, groups=1):
    if tensor.ndim not in (3, 4, 5):
        raise shape_error('Only tensors with 3, 4, or 5 dimensions are supported', ValueError)
    sizes = tensor.shape
    if sizes[0] % groups != 0:
        raise shape_error('dim 0 must be divisible by groups', ValueError)
    out_channels = sizes[0] // groups
    fill_(tensor, 0.0)
    center = tuple([size // 2 for size in sizes[2:]])
    for group in range(groups):
        for d in range(min(out_channels, sizes[1])):
            tensor[(group * out_channels + d, d) + center] = 1.0
    return tensor


def _calculate_fan_in_and_fan_out(tensor):
    if tensor.ndim < 2:
        raise shape_error('Fan in and fan out can not be computed for tensor with fewer than 2 '
                          'dimensions', ValueError)
    field = 1
    for size in tensor.shape[2:]:
        field = field * size
    return tensor.shape[1] * field, tensor.shape[0] * field


def _calculate_correct_fan(tensor, mode):
    mode = mode.lower()
    if mode not in ('fan_in', 'fan_out'):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    return fan_in if mode == 'fan_in' else fan_out


def xavier_uniform_(tensor, gain=1.0, generator=None):
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    bound = math.sqrt(3.0) * gain * math.sqrt(2.0 / (fan_in + fan_out))
    return _draw(tensor, 'uniform', -bound, bound)


def xavier_normal_(tensor, gain=1.0, generator=None):
    fan_in, fan_out = _calculate_fan_in_and_fan_out(tensor)
    return _draw(tensor, 'normal', 0.0, gain * math.sqrt(2.0 / (fan_in + fan_out)))


def kaiming_uniform_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None):
    if 0 in tensor.shape:
        return tensor
    std = calculate_gain(nonlinearity, a) / math.sqrt(_calculate_correct_fan(tensor, mode))
    bound = math.sqrt(3.0) * std
    return _draw(tensor, 'uniform', -bound, bound)


def kaiming_normal_(tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None):
    if 0 in tensor.shape:
        return tensor
    std = calculate_gain(nonlinearity, a) / math.sqrt(_calculate_correct_fan(tensor, mode))
    return _draw(tensor, 'normal', 0.0, std)


def orthogonal_(tensor, gain=1, generator=None):
    if tensor.ndim < 2:
        raise shape_error('Only tensors with 2 or more dimensions are supported', ValueError)
    return _draw(tensor, 'orthogonal', float(gain))


def sparse_(tensor, sparsity, std=0.01, generator=None):
    return _native.refuse('`init.sparse_` has no distribution here', 'use another initializer')


def fan_in_uniform_(bias, weight):
    """How torch's layers draw a bias: uniform within 1 / sqrt(fan in of the weight)."""
    fan_in, _ = _calculate_fan_in_and_fan_out(weight)
    bound = 1 / math.sqrt(fan_in) if fan_in > 0 else 0
    return _draw(bias, 'uniform', -bound, bound)


# Deprecated names without the underscore.
uniform = uniform_
normal = normal_
constant = constant_
eye_init = eye_
dirac = dirac_
xavier_uniform = xavier_uniform_
xavier_normal = xavier_normal_
kaiming_uniform = kaiming_uniform_
kaiming_normal = kaiming_normal_
orthogonal = orthogonal_
sparse = sparse_

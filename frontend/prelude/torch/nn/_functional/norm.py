"""Normalisations."""
import _native
import onnx
from ... import _kernels as kernels
from ..._errors import shape_error
from ..._support import (cast, copy, differ, is_empty, known, larger, product, reshaped,
                         same_sizes)
from ..._create import filled
from .conv import _check_real

__module__ = 'torch.nn.functional'


def batch_norm(input, running_mean, running_var, weight=None, bias=None, training=False,
               momentum=0.1, eps=1e-5):
    if training:
        return _batch_statistics(input, running_mean, running_var, weight, bias, momentum, eps)
    if running_mean is None or running_var is None:
        raise RuntimeError('Expected running_mean and running_var to be defined when '
                           'training=False')
    if input.ndim < 2:
        return _native.refuse('`batch_norm` of a vector')
    count = running_mean.shape[0]
    _check_channels(input, count)
    if weight is None:
        weight = filled([count], 1, running_mean.dtype)
    if bias is None:
        bias = filled([count], 0, running_mean.dtype)
    return onnx.BatchNormalization(input, weight, bias, running_mean, running_var,
                                   epsilon=float(eps))


def _check_channels(input, count):
    channels = input.shape[1]
    if differ(channels, count):
        raise shape_error(f'running_mean should contain {channels} elements not {count}',
                          hint=f'the input has {channels} channels: `num_features={channels}`')


def _batch_statistics(input, running_mean, running_var, weight, bias, momentum, eps):
    """Normalises by the batch; the running statistics learn its mean and unbiased variance."""
    axes = [i for i in range(input.ndim) if i != 1]
    mean = onnx.ReduceMean(input, axes, keepdims=1)
    gap = onnx.Sub(input, mean)
    var = onnx.ReduceMean(onnx.Mul(gap, gap), axes, keepdims=1)
    if running_mean is not None:
        if momentum is None:
            return _native.refuse('`momentum=None` (a cumulative average) in training')
        count = product([input.shape[i] for i in axes])
        fix = cast(count, input.dtype), cast(larger(count - 1, 1), input.dtype)
        unbiased = onnx.Div(onnx.Mul(onnx.Squeeze(var, axes), fix[0]), fix[1])
        for running, now in ((running_mean, onnx.Squeeze(mean, axes)), (running_var, unbiased)):
            old = onnx.Mul(running, 1.0 - momentum)
            _native.write(running, onnx.Add(old, onnx.Mul(now, momentum)))
    result = onnx.Div(gap, onnx.Sqrt(onnx.Add(var, eps)))
    return _scaled(result, weight, bias)


def _scaled(input, weight, bias):
    """weight * x + bias along axis 1."""
    trailing = list(range(1, input.ndim - 1))
    if weight is not None:
        input = onnx.Mul(input, onnx.Unsqueeze(weight, trailing) if trailing else weight)
    if bias is not None:
        input = onnx.Add(input, onnx.Unsqueeze(bias, trailing) if trailing else bias)
    return input


def instance_norm(input, running_mean=None, running_var=None, weight=None, bias=None,
                  use_input_stats=True, momentum=0.1, eps=1e-5):
    if not use_input_stats:
        return batch_norm(input, running_mean, running_var, weight, bias, False, momentum, eps)
    if running_mean is not None and _native.options.train:
        return _native.refuse('running statistics of `instance_norm` in training')
    count = input.shape[1]
    if weight is None or bias is None:
        if not known(count):
            return _plain_instance_norm(input, weight, bias, eps)
        weight = filled([count], 1, input.dtype) if weight is None else weight
        bias = filled([count], 0, input.dtype) if bias is None else bias
    return onnx.InstanceNormalization(input, weight, bias, epsilon=float(eps))


def _plain_instance_norm(input, weight, bias, eps):
    axes = list(range(2, input.ndim))
    mean = onnx.ReduceMean(input, axes, keepdims=1)
    gap = onnx.Sub(input, mean)
    var = onnx.ReduceMean(onnx.Mul(gap, gap), axes, keepdims=1)
    return _scaled(onnx.Div(gap, onnx.Sqrt(onnx.Add(var, eps))), weight, bias)


def _check_normalized(input, sizes):
    tail = input.shape[input.ndim - len(sizes):]
    if same_sizes(tail, sizes):
        return
    wrong = input.ndim < len(sizes)
    for have, want in zip(tail, sizes):
        wrong = wrong or differ(have, want)
    if wrong:
        text = ', '.join([str(size) for size in sizes])
        raise shape_error(f'Given normalized_shape={list(sizes)}, expected input with shape '
                          f'[*, {text}], but got input of size{list(input.shape)}')


def layer_norm(input, normalized_shape, weight=None, bias=None, eps=1e-5):
    sizes = [normalized_shape] if isinstance(normalized_shape, int) else list(normalized_shape)
    _check_normalized(input, sizes)
    if weight is None:
        weight = filled(sizes, 1, input.dtype)
    return onnx.LayerNormalization(input, weight, bias, axis=-len(sizes), epsilon=float(eps))


def rms_norm(input, normalized_shape, weight=None, eps=None):
    """x / sqrt(mean(x * x) + eps); eps defaults to the dtype's epsilon."""
    sizes = [normalized_shape] if isinstance(normalized_shape, int) else list(normalized_shape)
    _check_normalized(input, sizes)
    if eps is None:
        from ..._info import finfo
        eps = finfo(input.dtype).eps
    axes = list(range(-len(sizes), 0))
    power = onnx.ReduceMean(onnx.Mul(input, input), axes, keepdims=1)
    result = onnx.Div(input, onnx.Sqrt(onnx.Add(power, eps)))
    return result if weight is None else onnx.Mul(result, weight)


def group_norm(input, num_groups, weight=None, bias=None, eps=1e-5):
    """Each group of channels flattened to one, normalised as an instance, and shaped back."""
    shape = input.shape
    if len(shape) < 2:
        raise shape_error('Expected at least 2 dimensions for input tensor but received '
                          f'{len(shape)}')
    channels = shape[1]
    if known(channels) and channels % num_groups != 0:
        raise shape_error('Expected number of channels in input to be divisible by num_groups, '
                          f'but got input of shape {list(shape)} and num_groups={num_groups}')
    if is_empty(shape):
        return copy(input)
    one = filled([num_groups], 1, input.dtype)
    zero = filled([num_groups], 0, input.dtype)
    grouped = onnx.Reshape(input, [0, num_groups, -1])
    result = onnx.InstanceNormalization(grouped, one, zero, epsilon=float(eps))
    return _scaled(_reshaped_from(result, shape), weight, bias)


def _reshaped_from(input, shape):
    """Back to `shape`, whose first axis is the input's."""
    return reshaped(input, list(shape))


def local_response_norm(input, size, alpha=1e-4, beta=0.75, k=1.0):
    """ONNX's LRN has the same window for odd sizes of images. torch's starts size // 2 before for
    even sizes too, where ONNX's starts one later: that, and other ranks, by an average pool."""
    _check_real(input, 'local_response_norm')
    if is_empty(input.shape):
        return copy(input)
    if size % 2 == 1 and input.ndim == 4:
        return onnx.LRN(input, alpha=float(alpha), beta=float(beta), bias=float(k), size=size)
    squares = onnx.Unsqueeze(onnx.Mul(input, input), [1])
    flat = onnx.Reshape(squares, [0, 1, input.shape[1], -1])
    padded = onnx.Pad(flat, [0, 0, size // 2, 0, 0, 0, (size - 1) // 2, 0])
    mean = onnx.AveragePool(padded, kernel_shape=[size, 1], strides=[1, 1])
    mean = reshaped(mean, list(input.shape))
    scale = onnx.Pow(onnx.Add(onnx.Mul(mean, alpha), k), beta)
    return onnx.Div(input, scale)


def normalize(input, p=2.0, dim=1, eps=1e-12, out=None):
    from ..._support import refuse_out
    from ..._reduce import vector_norm
    refuse_out(out)
    length = vector_norm(input, p, dim, True)
    return onnx.Div(input, kernels.Clip(length, eps))

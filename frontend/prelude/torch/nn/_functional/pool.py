"""Max and average pooling of one to three spatial axes."""
import _native
import onnx
from ..._errors import shape_error
from ... import _kernels as kernels
from ..._support import dtypes, known, product, same
from .conv import _batched, _check_real, _constant, _for_axes, _sizes, _unless

__module__ = 'torch.nn.functional'


def _taken_whole(x, kernel, padding):
    """The axes along which one window covers all, however long they are: x.size()[2:] as its size."""
    return [i for i in range(len(kernel)) if not known(kernel[i]) and same(kernel[i], x.shape[i + 2])
            and same(padding[i], 0)]


def _constants(kernel, stride):
    fixed = _constant(kernel, 'kernel_size')
    return fixed, fixed if stride is kernel else _constant(stride, 'stride')


def _with_ones(sizes, axes):
    return [1 if i in axes else sizes[i] for i in range(len(sizes))]


def _strides(stride, kernel, n):
    if stride is None or stride == () or stride == []:
        return kernel
    return _for_axes(stride, n, 'stride')


def _pooled_size(size, kernel, stride, padding, dilation, ceil_mode):
    """torch's output size; with ceil_mode the last window must start inside the input or its
    left padding."""
    span = dilation * (kernel - 1) + 1
    room = size + 2 * padding - span
    if not ceil_mode:
        return room // stride + 1
    count = (room + stride - 1) // stride + 1
    if (count - 1) * stride >= size + padding:
        count -= 1
    return count


def _rounded_up(size, kernel, stride, padding, dilation):
    """The number of windows that ONNX counts with ceil_mode."""
    return (size + 2 * padding - dilation * (kernel - 1) - 1 + stride - 1) // stride + 1


def _end_pads(sizes, kernel, stride, padding, dilation):
    """For ceil_mode, the padding at each end that makes a floor division give torch's size."""
    ends = []
    for i in range(len(kernel)):
        count = _pooled_size(sizes[i], kernel[i], stride[i], padding[i], dilation[i], True)
        span = dilation[i] * (kernel[i] - 1) + 1
        needed = (count - 1) * stride[i] + span - sizes[i] - padding[i]
        ends.append(max(needed, 0))
    return ends


def _ceil_is_safe(kernel, stride, padding, dilation):
    """True if no window of ONNX's ceil_mode can start beyond the input."""
    for i in range(len(kernel)):
        if stride[i] + padding[i] > dilation[i] * (kernel[i] - 1) + 1:
            return False
    return True


def _all_known(sizes):
    for size in sizes:
        if not known(size):
            return False
    return True


def _check_padding(kernel, padding):
    for k, p in zip(kernel, padding):
        if known(k) and p > k // 2:
            raise shape_error('pad should be at most half of kernel size, but got '
                              f'pad={p} and kernel_size={k}')


def _ceil_form(x, n, kernel, stride, padding, dilation, ceil_mode, name):
    """(pads, ceil_mode) for ONNX: explicit end pads where the sizes are known."""
    pads = padding + padding
    if not ceil_mode:
        return pads, 0
    sizes = x.shape[2:]
    if _all_known(sizes):
        ends = _end_pads(sizes, kernel, stride, padding, dilation)
        counts = [_pooled_size(sizes[i], kernel[i], stride[i], padding[i], dilation[i], True)
                  for i in range(n)]
        if not [i for i in range(n) if ends[i] >= kernel[i]]:
            return padding + ends, 0
        if not [i for i in range(n) if _rounded_up(sizes[i], kernel[i], stride[i], padding[i],
                                                   dilation[i]) != counts[i]]:
            return pads, 1
    if _ceil_is_safe(kernel, stride, padding, dilation):
        return pads, 1
    _native.refuse(f'`{name}` with ceil_mode drops a window that starts beyond the input, which '
                   'needs the input size', 'give the sizes with --input', code='NN403')
    return pads, 1


def _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, n, name):
    if input.dtype not in (dtypes.int8, dtypes.uint8):
        _check_real(input, name)
    x, added = _batched(input, n, name)
    kernel = _for_axes(kernel_size, n, 'kernel_size')
    stride = _strides(stride, kernel, n)
    padding = _sizes(padding, n, 'padding')
    dilation = _sizes(dilation, n, 'dilation')
    whole = [] if return_indices else _taken_whole(x, kernel, padding)
    if whole:
        x = kernels.ReduceMax(x, [i + 2 for i in whole])
        stride = _with_ones(stride, whole)
        kernel = _with_ones(kernel, whole)
    _check_padding(kernel, padding)
    kernel, stride = _constants(kernel, stride)
    if whole and max(kernel) == 1 and max(stride) == 1 and max(padding) == 0:
        return onnx.Squeeze(x, [0]) if added else x
    pads, ceil = _ceil_form(x, n, kernel, stride, padding, dilation, ceil_mode, name)
    if not return_indices:
        y = onnx.MaxPool(x, kernel_shape=kernel, strides=_unless(1, stride),
                         pads=_unless(0, pads), dilations=_unless(1, dilation),
                         ceil_mode=ceil)
        return onnx.Squeeze(y, [0]) if added else y
    y, flat = onnx.MaxPool(x, kernel_shape=kernel, strides=_unless(1, stride),
                         pads=_unless(0, pads), dilations=_unless(1, dilation),
                           ceil_mode=ceil, outputs=2)
    # ONNX counts over the whole tensor, torch inside one plane.
    indices = onnx.Mod(flat, product(x.shape[2:]))
    if added:
        return onnx.Squeeze(y, [0]), onnx.Squeeze(indices, [0])
    indices._flat_indices = (flat, tuple(x.shape[2:]))
    return y, indices


def max_pool1d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
               return_indices=False):
    return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 1,
                     'max_pool1d')


def max_pool2d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
               return_indices=False):
    return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 2,
                     'max_pool2d')


def max_pool3d(input, kernel_size, stride=None, padding=0, dilation=1, ceil_mode=False,
               return_indices=False):
    return _max_pool(input, kernel_size, stride, padding, dilation, ceil_mode, return_indices, 3,
                     'max_pool3d')


def max_pool1d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1,
                            ceil_mode=False, return_indices=True):
    return max_pool1d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def max_pool2d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1,
                            ceil_mode=False, return_indices=True):
    return max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def max_pool3d_with_indices(input, kernel_size, stride=None, padding=0, dilation=1,
                            ceil_mode=False, return_indices=True):
    return max_pool3d(input, kernel_size, stride, padding, dilation, ceil_mode, True)


def _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override,
              n, name):
    _check_real(input, name)
    x, added = _batched(input, n, name)
    kernel = _for_axes(kernel_size, n, 'kernel_size')
    stride = _strides(stride, kernel, n)
    padding = _sizes(padding, n, 'padding')
    whole = _taken_whole(x, kernel, padding) if divisor_override is None else []
    if whole:
        x = onnx.ReduceMean(x, [i + 2 for i in whole])
        stride = _with_ones(stride, whole)
        kernel = _with_ones(kernel, whole)
    _check_padding(kernel, padding)
    kernel, stride = _constants(kernel, stride)
    if divisor_override == 0:
        raise RuntimeError('divisor must be not zero')
    if whole and max(kernel) == 1 and max(stride) == 1 and max(padding) == 0:
        y = x
    elif ceil_mode:
        y = _ceil_average(x, kernel, stride, padding, count_include_pad, divisor_override, n, name)
    else:
        include = count_include_pad or divisor_override is not None
        padded = max(padding) > 0
        y = onnx.AveragePool(x, kernel_shape=kernel, strides=_unless(1, stride),
                             pads=_unless(0, padding + padding),
                             count_include_pad=1 if include and padded else 0)
        if divisor_override is not None:
            y = onnx.Mul(y, product(kernel) / divisor_override)
    return onnx.Squeeze(y, [0]) if added else y


def _ceil_average(x, kernel, stride, padding, count_include_pad, divisor_override, n, name):
    """torch divides by what a window covers of the input and its own padding, never by what
    ceil_mode adds at the end: so the padding is made real, and the rest is left out."""
    if divisor_override is not None:
        return _ceil_sum(x, kernel, stride, padding, divisor_override, n, name)
    ones = [1] * n
    if count_include_pad and max(padding) > 0:
        ends_from = x
        pads, ceil = _ceil_form(ends_from, n, kernel, stride, padding, ones, True, name)
        x = onnx.Pad(x, [0, 0] + padding + [0, 0] + padding)
        if ceil == 0:
            pads = [0] * n + [max(pads[n + i] - padding[i], 0) for i in range(n)]
        else:
            pads = [0] * (2 * n)
    else:
        pads, ceil = _ceil_form(x, n, kernel, stride, padding, ones, True, name)
    return onnx.AveragePool(x, kernel_shape=kernel, strides=_unless(1, stride),
                            pads=_unless(0, pads), ceil_mode=ceil)


def _ceil_sum(x, kernel, stride, padding, divisor, n, name):
    pads, ceil = _ceil_form(x, n, kernel, stride, padding, [1] * n, True, name)
    if ceil:
        return _native.refuse(f'`{name}` with ceil_mode and divisor_override needs the input size',
                              'give the sizes with --input', code='NN403')
    x = onnx.Pad(x, [0, 0] + pads[:n] + [0, 0] + pads[n:])
    mean = onnx.AveragePool(x, kernel_shape=kernel, strides=stride)
    return onnx.Mul(mean, product(kernel) / divisor)


def avg_pool1d(input, kernel_size, stride=None, padding=0, ceil_mode=False,
               count_include_pad=True):
    return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad, None, 1,
                     'avg_pool1d')


def avg_pool2d(input, kernel_size, stride=None, padding=0, ceil_mode=False,
               count_include_pad=True, divisor_override=None):
    return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad,
                     divisor_override, 2, 'avg_pool2d')


def avg_pool3d(input, kernel_size, stride=None, padding=0, ceil_mode=False,
               count_include_pad=True, divisor_override=None):
    return _avg_pool(input, kernel_size, stride, padding, ceil_mode, count_include_pad,
                     divisor_override, 3, 'avg_pool3d')


def _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, n):
    """(sum of x ** p) ** (1 / p), with torch's sign(s) * relu(|s|) before the root."""
    kernel = _sizes(kernel_size, n, 'kernel_size')
    mean = _avg_pool(onnx.Pow(input, float(norm_type)), kernel_size, stride, 0, ceil_mode, True,
                     None, n, f'lp_pool{n}d')
    total = onnx.Mul(onnx.Mul(onnx.Sign(mean), onnx.Relu(onnx.Abs(mean))), product(kernel))
    return onnx.Pow(total, 1.0 / norm_type)


def lp_pool1d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 1)


def lp_pool2d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 2)


def lp_pool3d(input, norm_type, kernel_size, stride=None, ceil_mode=False):
    return _lp_pool(input, norm_type, kernel_size, stride, ceil_mode, 3)

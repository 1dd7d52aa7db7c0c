"""Adaptive pooling. Bin i of n covers floor(i * size / n) to ceil((i + 1) * size / n), so all
but the global pools need the input size."""
import _native
import onnx
from ..._support import known, same, slice_axis
from .conv import _batched

__module__ = 'torch.nn.functional'


def _targets(output_size, x, n):
    values = [output_size] * n if output_size is None or isinstance(output_size, int) \
        else list(output_size)
    if len(values) == 1:
        values = values * n
    return [x.shape[i + 2] if values[i] is None else values[i] for i in range(n)]


def _even_windows(x, targets):
    """(kernel, stride) if the bins of each axis have one size and are evenly spaced, or None."""
    kernel, stride = [], []
    for i in range(len(targets)):
        size, count = x.shape[i + 2], targets[i]
        if not known(size) or not known(count):
            times = size // count
            if not known(times) or not same(times * count, size):
                return None
            kernel.append(times)
            stride.append(times)
            continue
        bins = _bins(size, count)
        lengths = [end - start for start, end in bins]
        steps = [bins[j + 1][0] - bins[j][0] for j in range(count - 1)]
        step = steps[0] if steps else 1
        if min(lengths) != max(lengths) or [s for s in steps if s != step] or step == 0:
            return None
        kernel.append(lengths[0])
        stride.append(step)
    return kernel, stride


def _bins(size, count):
    return [((i * size) // count, -((-(i + 1) * size) // count)) for i in range(count)]


def _needs_size(name):
    return _native.refuse(f'which elements `{name}` takes for each of its outputs depends on the '
                          'size of the input, which is not known',
                          "give it, for example --input 'x:float32[N,3,224,224]'; an output size "
                          'of 1 works for any', code='NN403')


def _by_bins(x, targets, pool_axis):
    """Axis by axis, bin by bin."""
    for i in range(len(targets)):
        axis = i + 2
        size = x.shape[axis]
        if size == targets[i]:
            continue
        parts = []
        for start, end in _bins(size, targets[i]):
            parts.append(pool_axis(slice_axis(x, axis, start, end), axis))
        x = parts[0] if len(parts) == 1 else onnx.Concat(*parts, axis=axis)
    return x


def _is_one(value):
    return known(value) and value == 1


def _all_known(x, targets):
    for i in range(len(targets)):
        if not known(x.shape[i + 2]) or not known(targets[i]):
            return False
    return True


def _adaptive_avg(input, output_size, n, name):
    x, added = _batched(input, n, name)
    targets = _targets(output_size, x, n)
    if min([1 if _is_one(t) else 0 for t in targets]) == 1:
        y = onnx.GlobalAveragePool(x)
    else:
        y = _average_bins(x, targets, name)
    return onnx.Squeeze(y, [0]) if added else y


def _average_bins(x, targets, name):
    windows = _even_windows(x, targets)
    if windows is not None:
        kernel, stride = windows
        if max(kernel) == 1 and max(stride) == 1:
            return onnx.Identity(x)
        return onnx.AveragePool(x, kernel_shape=kernel, strides=stride)
    if _all_known(x, targets):
        return _by_bins(x, targets, lambda part, axis: onnx.ReduceMean(part, [axis], keepdims=1))
    return _by_known_axes(x, targets, name)


def _by_known_axes(x, targets, name):
    """Axes that go to size 1, or stay, need no size; the others do."""
    ones = [i + 2 for i in range(len(targets)) if _is_one(targets[i])]
    for i in range(len(targets)):
        kept = targets[i] is x.shape[i + 2] or same(targets[i], x.shape[i + 2])
        if i + 2 not in ones and not kept and not known(x.shape[i + 2]):
            return _needs_size(name)
    if ones:
        x = onnx.ReduceMean(x, ones, keepdims=1)
    for i in range(len(targets)):
        if i + 2 not in ones and not same(targets[i], x.shape[i + 2]):
            x = _one_axis(x, i + 2, targets[i])
    return x


def _one_axis(x, axis, count):
    parts = []
    for start, end in _bins(x.shape[axis], count):
        parts.append(onnx.ReduceMean(slice_axis(x, axis, start, end), [axis], keepdims=1))
    return onnx.Concat(*parts, axis=axis)


def _adaptive_max(input, output_size, return_indices, n, name):
    x, added = _batched(input, n, name)
    targets = _targets(output_size, x, n)
    if return_indices:
        windows = _even_windows(x, targets)
        if windows is None:
            return _needs_size(f'{name}(return_indices=True)'), None
        from .pool import _max_pool
        y, indices = _max_pool(x, windows[0], windows[1], 0, 1, False, True, n, name)
        return (onnx.Squeeze(y, [0]), onnx.Squeeze(indices, [0])) if added else (y, indices)
    if min([1 if _is_one(t) else 0 for t in targets]) == 1:
        y = onnx.GlobalMaxPool(x)
    else:
        windows = _even_windows(x, targets)
        if windows is not None:
            y = onnx.MaxPool(x, kernel_shape=windows[0], strides=windows[1])
        elif _all_known(x, targets):
            y = _by_bins(x, targets,
                         lambda part, axis: onnx.ReduceMax(part, [axis], keepdims=1))
        else:
            return _needs_size(name)
    return onnx.Squeeze(y, [0]) if added else y


def adaptive_avg_pool1d(input, output_size):
    return _adaptive_avg(input, output_size, 1, 'adaptive_avg_pool1d')


def adaptive_avg_pool2d(input, output_size):
    return _adaptive_avg(input, output_size, 2, 'adaptive_avg_pool2d')


def adaptive_avg_pool3d(input, output_size):
    return _adaptive_avg(input, output_size, 3, 'adaptive_avg_pool3d')


def adaptive_max_pool1d(input, output_size, return_indices=False):
    return _adaptive_max(input, output_size, return_indices, 1, 'adaptive_max_pool1d')


def adaptive_max_pool2d(input, output_size, return_indices=False):
    return _adaptive_max(input, output_size, return_indices, 2, 'adaptive_max_pool2d')


def adaptive_max_pool3d(input, output_size, return_indices=False):
    return _adaptive_max(input, output_size, return_indices, 3, 'adaptive_max_pool3d')


def adaptive_max_pool1d_with_indices(input, output_size, return_indices=True):
    return adaptive_max_pool1d(input, output_size, True)


def adaptive_max_pool2d_with_indices(input, output_size, return_indices=True):
    return adaptive_max_pool2d(input, output_size, True)


def adaptive_max_pool3d_with_indices(input, output_size, return_indices=True):
    return adaptive_max_pool3d(input, output_size, True)


def fractional_max_pool2d(input, kernel_size, output_size=None, output_ratio=None,
                          return_indices=False, _random_samples=None):
    return _native.refuse('`fractional_max_pool2d` draws its regions at random')


def fractional_max_pool3d(input, kernel_size, output_size=None, output_ratio=None,
                          return_indices=False, _random_samples=None):
    return _native.refuse('`fractional_max_pool3d` draws its regions at random')

"""Adaptive pooling. Bin i of n covers floor(i * size / n) to ceil((i + 1) * size / n): where the sizes
are not known the elements of all bins are gathered, in bins of the longest length."""
import _native
import onnx
from ... import _kernels as kernels
from ..._support import cast, count_up, known, same, slice_axis
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


def _is_one(value):
    return known(value) and value == 1


def _adaptive_avg(input, output_size, n, name):
    x, added = _batched(input, n, name)
    targets = _targets(output_size, x, n)
    if min([1 if _is_one(t) else 0 for t in targets]) == 1:
        y = onnx.GlobalAveragePool(x)
    else:
        y = _average_bins(x, targets)
    return onnx.Squeeze(y, [0]) if added else y


def _average_bins(x, targets):
    windows = _even_windows(x, targets)
    if windows is not None:
        kernel, stride = windows
        if max(kernel) == 1 and max(stride) == 1:
            return onnx.Identity(x)
        return onnx.AveragePool(x, kernel_shape=kernel, strides=stride)
    return _by_axes(x, targets, onnx.ReduceMean, _average_gathered)


def _by_axes(x, targets, reduce, reduce_gathered):
    """Axes that go to size 1 together, the others one after the other."""
    ones = [i + 2 for i in range(len(targets)) if _is_one(targets[i])]
    if ones:
        x = reduce(x, ones, keepdims=1)
    for i in range(len(targets)):
        axis, count = i + 2, targets[i]
        if axis in ones or same(count, x.shape[axis]):
            continue
        if known(count) and known(x.shape[axis]):
            parts = [reduce(slice_axis(x, axis, start, end), [axis], keepdims=1)
                     for start, end in _bins(x.shape[axis], count)]
            x = onnx.Concat(*parts, axis=axis)
        else:
            x = reduce_gathered(x, axis, *_places(x, axis, count))
    return x


def _places(x, axis, count):
    """Of bins of one length, for an axis: which elements they hold; which of these are theirs; how
    many those are. Shaped for the gathered elements, whose next axis goes through a bin."""
    size = _native.constant(x.shape[axis])
    bins, longest = count_up(0, count), (x.shape[axis] + count - 1) // count + 1
    start = onnx.Div(onnx.Mul(bins, size), count)
    end = onnx.Div(onnx.Add(onnx.Mul(onnx.Add(bins, 1), size), _native.constant(count - 1)), count)
    places = onnx.Add(onnx.Unsqueeze(start, [1]), count_up(0, longest))
    inside = onnx.Less(places, onnx.Unsqueeze(end, [1]))
    places = onnx.Min(places, onnx.Sub(size, 1))
    behind = list(range(2, 2 + x.ndim - axis - 1))
    lengths = onnx.Sub(end, start)
    if behind:
        inside, lengths = onnx.Unsqueeze(inside, behind), onnx.Unsqueeze(lengths, behind[:-1] + [1])
    return places, inside, lengths


def _average_gathered(x, axis, places, inside, lengths):
    held = onnx.Where(inside, onnx.Gather(x, places, axis=axis), cast(_native.constant(0), x.dtype))
    return onnx.Div(onnx.ReduceSum(held, [axis + 1], keepdims=0), cast(lengths, x.dtype))


def _largest_gathered(x, axis, places, inside, lengths):
    lowest = cast(_native.constant(float('-inf')), x.dtype)
    held = onnx.Where(inside, onnx.Gather(x, places, axis=axis), lowest)
    return kernels.ReduceMax(held, [axis + 1], keepdims=0)


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
        else:
            y = _by_axes(x, targets, onnx.ReduceMax, _largest_gathered)
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

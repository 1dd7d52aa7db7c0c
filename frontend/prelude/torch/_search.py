"""Sorting, searching, counting and running totals."""
import _native
import onnx
from . import _kernels as kernels
from . import _return_types as return_types
from ._errors import dtype_error, shape_error
from ._support import (MAX_INT64, axis_of, cast, copy, count_up, dtypes, is_tensor, known, promoted,
                       refuse_out, reshaped, slice_axis, tensor_of)

__module__ = 'torch'


def _sortable(input):
    return onnx.Cast(input, to=dtypes.int32) if input.dtype == dtypes.bool else input


def top(input, k, axis, largest):
    """(values, indices) of ONNX's TopK, in input's dtype."""
    count = onnx.Reshape(_native.constant(k), [1]) if not known(k) else [k]
    values, indices = onnx.TopK(_sortable(input), count, axis=axis, largest=1 if largest else 0,
                                sorted=1, outputs=2)
    return cast(values, input.dtype), indices


def topk(input, k, dim=-1, largest=True, sorted=True, *, out=None):
    refuse_out(out)
    axis = axis_of(dim, input.ndim)
    if is_tensor(k):
        k = _native.item(k)
    if input.ndim == 0:
        return return_types.topk(copy(input), _native.constant(0))
    size = input.shape[axis]
    if known(k) and known(size) and k > size:
        raise shape_error('selected index k out of range')
    values, indices = top(input, k, axis, largest)
    return return_types.topk(values, indices)


def sort(input, dim=-1, descending=False, stable=False, *, out=None):
    """TopK of the whole axis; equal elements keep their order."""
    refuse_out(out)
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return return_types.sort(copy(input), _native.constant(0))
    values, indices = top(input, input.shape[axis], axis, descending)
    return return_types.sort(values, indices)


def argsort(input, dim=-1, descending=False, stable=False):
    return sort(input, dim, descending)[1]


def msort(input, *, out=None):
    return sort(input, 0, out=out)[0]


def kthvalue(input, k, dim=-1, keepdim=False, *, out=None):
    """The last of the k smallest."""
    refuse_out(out)
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return return_types.kthvalue(copy(input), _native.constant(0))
    values, indices = top(input, k, axis, False)
    parts = []
    for part in (values, indices):
        last = slice_axis(part, axis, -1, MAX_INT64)
        parts.append(last if keepdim else onnx.Squeeze(last, [axis]))
    return return_types.kthvalue(parts[0], parts[1])


def mode(input, dim=-1, keepdim=False, *, out=None):
    """The smallest of the most frequent elements, and the last place where it stands."""
    refuse_out(out)
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return return_types.mode(copy(input), _native.constant(0))
    last = input.ndim - 1
    perm = [i for i in range(input.ndim) if i != axis] + [axis]
    front = input if axis == last else onnx.Transpose(input, perm=perm)
    values, places = top(front, front.shape[last], last, False)
    equal = onnx.Equal(onnx.Unsqueeze(values, [-1]), onnx.Unsqueeze(values, [-2]))
    counts = onnx.ReduceSum(onnx.Cast(equal, to=dtypes.int64), [-1], keepdims=0)
    best = onnx.ArgMax(counts, axis=last, keepdims=1)
    value = onnx.GatherElements(values, best, axis=last)
    hits = onnx.Cast(onnx.Equal(front, value), to=dtypes.int32)
    place = onnx.ArgMax(hits, axis=last, keepdims=1, select_last_index=1)
    value, place = onnx.Squeeze(value, [last]), onnx.Squeeze(place, [last])
    if keepdim:
        value, place = onnx.Unsqueeze(value, [axis]), onnx.Unsqueeze(place, [axis])
    return return_types.mode(value, place)


# Running totals.

def cumsum(input, dim=None, *, dtype=None, out=None, axis=None):
    refuse_out(out)
    dim = dim if axis is None else axis
    if dtype is None:
        dtype = input.dtype if input.dtype.is_floating_point else dtypes.int64
    axis = axis_of(dim, input.ndim)
    x = cast(input, dtype)
    return copy(x) if input.ndim == 0 else kernels.CumSum(x, axis)


def _running(input, axis, combine, neutral):
    """By doubling: after step k each entry holds the last 2 ** k entries combined."""
    size = input.shape[axis]
    if not known(size):
        return _running_loop(input, axis, combine, neutral)
    step = 1
    x = input
    while step < size:
        pads = [0] * (2 * input.ndim)
        pads[axis] = step
        earlier = kernels.Pad(slice_axis(x, axis, 0, size - step), pads, neutral)
        x = combine(x, earlier)
        step *= 2
    return x


_DOUBLES = [2 ** k for k in range(40)]


def _running_loop(x, axis, combine, neutral):
    """The same for an unknown length: as many rounds as there are powers of 2 below it."""
    size = x.shape[axis]
    places = count_up(0, size, 1)
    form = [1] * x.ndim
    form[axis] = -1
    below = onnx.Cast(onnx.Less(_native.constant(_DOUBLES), size), to=dtypes.int64)
    neutral = tensor_of(neutral, x.dtype)
    step = 1
    for _ in range(_native.item(onnx.ReduceSum(below, keepdims=0))):
        earlier = onnx.Gather(x, onnx.Max(onnx.Sub(places, step), 0), axis=axis)
        inside = onnx.Reshape(onnx.GreaterOrEqual(places, step), form)
        x = combine(x, kernels.Where(inside, earlier, neutral))
        step = step * 2
    return x


def cumprod(input, dim, *, dtype=None, out=None):
    refuse_out(out)
    if dtype is None:
        dtype = input.dtype if input.dtype.is_floating_point else dtypes.int64
    x = cast(input, dtype)
    if input.ndim == 0:
        return copy(x)
    return _running(x, axis_of(dim, input.ndim), onnx.Mul, 1)


def logcumsumexp(input, dim, *, out=None):
    refuse_out(out)
    from ._arithmetic import logaddexp
    if input.ndim == 0:
        return copy(input)
    return _running(input, axis_of(dim, input.ndim), logaddexp, float('-inf'))


def _running_extreme(input, dim, op, neutral, result):
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return result(copy(input), _native.constant(0))
    if input.dtype == dtypes.bool:
        values, indices = _running_extreme(onnx.Cast(input, to=dtypes.uint8), dim, op, neutral,
                                           result)
        return result(onnx.Cast(values, to=dtypes.bool), indices)
    values = _running(input, axis, op, neutral)
    # The place of the latest entry that equals the running extreme.
    form = [1] * input.ndim
    form[axis] = -1
    places = onnx.Reshape(count_up(0, input.shape[axis], 1), form)
    met = onnx.Equal(input, values)
    if input.dtype.is_floating_point:
        met = onnx.Or(met, onnx.IsNaN(input))
    reached = onnx.Where(met, places, -1)
    indices = _running(reached, axis, onnx.Max, -1)
    return result(values, indices)


def _lowest(dtype):
    from ._info import iinfo
    if dtype.is_floating_point:
        return float('-inf')
    return 0 if dtype == dtypes.bool else iinfo(dtype).min


def _highest(dtype):
    from ._info import iinfo
    if dtype.is_floating_point:
        return float('inf')
    return 1 if dtype == dtypes.bool else iinfo(dtype).max


def cummax(input, dim, *, out=None):
    refuse_out(out)
    return _running_extreme(input, dim, kernels.Max, _lowest(input.dtype), return_types.cummax)


def cummin(input, dim, *, out=None):
    refuse_out(out)
    return _running_extreme(input, dim, kernels.Min, _highest(input.dtype), return_types.cummin)


def diff(input, n=1, dim=-1, prepend=None, append=None, *, out=None):
    refuse_out(out)
    from ._join import cat
    axis = axis_of(dim, input.ndim)
    if n == 0:
        return copy(input)
    parts = [x for x in (prepend, input, append) if x is not None]
    x = cat(parts, axis) if len(parts) > 1 else input
    for _ in range(n):
        late, early = slice_axis(x, axis, 1, MAX_INT64), slice_axis(x, axis, 0, -1)
        x = onnx.Xor(late, early) if x.dtype == dtypes.bool else onnx.Sub(late, early)
    return x


def trapezoid(y, x=None, *, dx=None, dim=-1):
    """The area below the points of an axis, at distances `dx` or at the places `x`."""
    axis = axis_of(dim, y.ndim)
    late, early = slice_axis(y, axis, 1, MAX_INT64), slice_axis(y, axis, 0, -1)
    from ._arithmetic import add, mul, true_divide
    from ._reduce import sum
    if x is None:
        heights = sum(add(late, early), axis)
        return true_divide(mul(heights, 1 if dx is None else dx), 2)
    if x.ndim == 1:
        x = onnx.Unsqueeze(x, list(range(1, y.ndim - axis))) if axis < y.ndim - 1 else x
        gaps = diff(x, 1, 0)
    else:
        gaps = diff(x, 1, dim)
    return true_divide(sum(mul(add(late, early), gaps), axis), 2)


trapz = trapezoid


# Places and counts.

def nonzero(input, *, as_tuple=False, out=None):
    refuse_out(out)
    if input.ndim == 0:
        if as_tuple:
            return nonzero(onnx.Reshape(input, [1]), as_tuple=True)
        rows = onnx.NonZero(cast(onnx.Reshape(input, [1]), dtypes.bool))
        return onnx.Slice(onnx.Transpose(rows, perm=[1, 0]), [0], [0], [1])
    rows = onnx.NonZero(cast(input, dtypes.bool))
    if as_tuple:
        return tuple([onnx.Gather(rows, i, axis=0) for i in range(input.ndim)])
    return onnx.Transpose(rows, perm=[1, 0])


def argwhere(input):
    return nonzero(input)


def unique(input, sorted=True, return_inverse=False, return_counts=False, dim=None):
    """Always sorted, which torch allows itself too. ONNX Runtime takes int8, int64 and floats."""
    x = input if input.dtype.is_floating_point else cast(input, dtypes.int64)
    if dim is None:
        values, _, inverse, counts = onnx.Unique(x, sorted=1, outputs=4)
        inverse = reshaped(inverse, list(input.shape))
    else:
        axis = axis_of(dim, input.ndim)
        values, _, inverse, counts = onnx.Unique(x, axis=axis, sorted=1, outputs=4)
    results = [cast(values, input.dtype)]
    if return_inverse:
        results.append(inverse)
    if return_counts:
        results.append(counts)
    return results[0] if len(results) == 1 else tuple(results)


def unique_consecutive(input, return_inverse=False, return_counts=False, dim=None):
    """An element, or slice along `dim`, starts a run where it differs from the one before."""
    axis = 0 if dim is None else axis_of(dim, input.ndim)
    flat = onnx.Reshape(input, [-1]) if dim is None else input
    late, early = slice_axis(flat, axis, 1, MAX_INT64), slice_axis(flat, axis, 0, -1)
    changes = onnx.Not(onnx.Equal(late, early))
    others = [i for i in range(flat.ndim) if i != axis]
    if others:
        count = onnx.ReduceSum(onnx.Cast(changes, to=dtypes.int32), others, keepdims=0)
        changes = onnx.Cast(count, to=dtypes.bool)
    first = onnx.Expand(_native.constant(True), [min(flat.shape[axis], 1)])
    starts = onnx.Concat(first, changes, axis=0)
    results = [onnx.Compress(flat, starts, axis=axis)]
    number = onnx.Sub(onnx.CumSum(onnx.Cast(starts, to=dtypes.int64), 0), 1)
    if return_inverse:
        results.append(reshaped(number, list(input.shape)) if dim is None else number)
    if return_counts:
        places = onnx.Reshape(onnx.NonZero(starts), [-1])
        ends = onnx.Concat(slice_axis(places, 0, 1, MAX_INT64),
                           onnx.Reshape(_native.constant(flat.shape[axis]), [1]), axis=0)
        results.append(onnx.Sub(ends, places))
    return results[0] if len(results) == 1 else tuple(results)


def bincount(input, weights=None, minlength=0):
    if input.ndim != 1 or input.dtype.is_floating_point:
        raise dtype_error('bincount only supports 1-d non-negative integral inputs.')
    x = cast(input, dtypes.int64)
    # An appended 0 keeps the maximum defined for an empty input.
    padded = onnx.Concat(onnx.Add(x, 1), _native.constant([0]), axis=0)
    length = onnx.Max(onnx.ReduceMax(padded, keepdims=0), minlength)
    if weights is None:
        ones = onnx.Add(onnx.Mul(x, 0), 1)
    else:
        ones = weights if weights.dtype.is_floating_point else cast(weights, dtypes.float64)
    blank = onnx.Expand(tensor_of(0, ones.dtype), onnx.Reshape(length, [1]))
    return onnx.ScatterElements(blank, x, ones, axis=0, reduction='add')


def histc(input, bins=100, min=0, max=0, *, out=None):
    """Equal bins from min to max; both ends belong."""
    refuse_out(out)
    low, high = tensor_of(min, input.dtype), tensor_of(max, input.dtype)
    if not known(min) or not known(max) or min == max:
        if known(min) and known(max) and min == 0:
            low = onnx.ReduceMin(input, keepdims=0)
            high = onnx.ReduceMax(input, keepdims=0)
            level = onnx.Equal(low, high)
            low = onnx.Where(level, onnx.Sub(low, 1.0), low)
            high = onnx.Where(level, onnx.Add(high, 1.0), high)
        else:
            low, high = onnx.Sub(low, 1.0), onnx.Add(high, 1.0)
    flat = onnx.Reshape(input, [-1])
    inside = onnx.And(onnx.GreaterOrEqual(flat, low), onnx.LessOrEqual(flat, high))
    place = onnx.Mul(onnx.Div(onnx.Sub(flat, low), onnx.Sub(high, low)), float(bins))
    place = onnx.Clip(onnx.Cast(onnx.Floor(onnx.Where(inside, place, 0.0)), to=dtypes.int64), 0,
                      bins - 1)
    blank = onnx.Expand(tensor_of(0, input.dtype), [bins])
    return onnx.ScatterElements(blank, place, onnx.Cast(inside, to=input.dtype), axis=0,
                                reduction='add')


def searchsorted(sorted_sequence, input, *, out_int32=False, right=False, side=None, sorter=None,
                 out=None):
    """How many boundaries lie below each value."""
    refuse_out(out)
    if sorter is not None:
        sorted_sequence = onnx.GatherElements(sorted_sequence, sorter, axis=-1)
    right = right or side == 'right'
    if not is_tensor(input):
        input = tensor_of(input, sorted_sequence.dtype)
    a, b = promoted(sorted_sequence, input)
    if a.ndim > 1:
        a = onnx.Unsqueeze(a, [-2])
    column = onnx.Unsqueeze(b, [-1])
    below = onnx.LessOrEqual(a, column) if right else onnx.Less(a, column)
    count = onnx.ReduceSum(onnx.Cast(below, to=dtypes.int64), [-1], keepdims=0)
    return onnx.Cast(count, to=dtypes.int32) if out_int32 else count


def bucketize(input, boundaries, *, out_int32=False, right=False, out=None):
    return searchsorted(boundaries, input, out_int32=out_int32, right=right, out=out)

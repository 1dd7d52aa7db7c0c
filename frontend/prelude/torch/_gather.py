"""Gathers and scatters by index tensors."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import dtype_error, shape_error
from ._support import (axis_of, cast, count_up, dtypes, expanded, is_empty, is_tensor, known, refuse_out,
                       reshaped, same, same_sizes, tensor_of)

__module__ = 'torch'


def _check_index(index, name):
    if is_empty(index.shape):
        return cast(index, dtypes.int64)  # torch asks nothing of an empty index
    if index.dtype not in (dtypes.int64, dtypes.int32):
        _native.want_dtype(index, dtypes.int64)
        raise dtype_error(f'{name}(): Expected dtype int64 for index')
    return index


def gather(input, dim, index, *, sparse_grad=False, out=None):
    refuse_out(out)
    index = _check_index(index, 'gather')
    if input.ndim != index.ndim and input.ndim and index.ndim:
        raise shape_error('Index tensor must have the same number of dimensions as input tensor')
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return onnx.Expand(input, list(index.shape))
    return onnx.GatherElements(input, index, axis=axis)


def take_along_dim(input, indices, dim=None, *, out=None):
    refuse_out(out)
    if dim is None:
        return onnx.GatherElements(onnx.Reshape(input, [-1]), onnx.Reshape(indices, [-1]), axis=0)
    axis = axis_of(dim, input.ndim)
    sizes = list(indices.shape)
    own = list(input.shape)
    for i in range(len(sizes)):
        if i != axis:
            if same(sizes[i], 1):
                sizes[i] = own[i]
            elif same(own[i], 1):
                own[i] = sizes[i]
    return onnx.GatherElements(expanded(input, own), expanded(indices, sizes), axis=axis)


def take(input, index):
    return onnx.Gather(onnx.Reshape(input, [-1]), index, axis=0)


def index_select(input, dim, index, *, out=None):
    refuse_out(out)
    index = _check_index(index, 'index_select')
    if index.ndim > 1:
        raise shape_error('index_select(): Index is supposed to be a vector', IndexError)
    axis = axis_of(dim, input.ndim)
    if index.ndim == 0:
        index = onnx.Reshape(index, [1])
    if input.ndim == 0:
        return onnx.Identity(input)
    return onnx.Gather(input, index, axis=axis)


def masked_select(input, mask, *, out=None):
    refuse_out(out)
    if mask.dtype != dtypes.bool:
        raise dtype_error('masked_select: expected BoolTensor for mask')
    from ._join import broadcast_tensors
    input, mask = broadcast_tensors(input, mask)
    if input.ndim == 0:
        input, mask = onnx.Reshape(input, [1]), onnx.Reshape(mask, [1])
    return onnx.GatherND(input, onnx.Transpose(onnx.NonZero(mask), perm=[1, 0]))


def masked_scatter(input, mask, source):
    """The True elements take the elements of `source` in order: each its running number."""
    flat = onnx.Reshape(source, [-1])
    from ._join import broadcast_tensors
    input, mask = broadcast_tensors(input, mask)
    wide = onnx.Expand(onnx.Cast(mask, to=dtypes.int64), list(input.shape))
    order = onnx.CumSum(onnx.Reshape(wide, [-1]), 0)
    places = onnx.Max(onnx.Sub(order, 1), 0)
    # Past the last True element the number repeats and stays in range.
    taken = reshaped(onnx.Gather(flat, places, axis=0), list(input.shape))
    return kernels.Where(mask, cast(taken, input.dtype), input)


def _source(src, index, dtype):
    """The part of the source that the index covers, as a tensor of the index's sizes."""
    if not is_tensor(src):
        return onnx.Expand(tensor_of(src, dtype), list(index.shape))
    if same_sizes(src.shape, index.shape):
        return cast(src, dtype)
    if src.ndim == 0:
        return onnx.Expand(cast(src, dtype), list(index.shape))
    axes = list(range(index.ndim))
    return cast(onnx.Slice(src, [0] * index.ndim, list(index.shape), axes), dtype)


_REDUCTIONS = {None: 'none', 'add': 'add', 'multiply': 'mul'}


def scatter(input, dim, index, src=None, *, value=None, reduce=None, out=None):
    refuse_out(out)
    index = _check_index(index, 'scatter')
    axis = axis_of(dim, input.ndim)
    if reduce not in _REDUCTIONS:
        raise RuntimeError('reduce argument must be either add or multiply.')
    if is_tensor(src) and src.dtype != input.dtype and src.ndim > 0:
        raise dtype_error('scatter(): Expected self.dtype to be equal to src.dtype')
    updates = _source(value if src is None else src, index, input.dtype)
    return _scattered(input, axis, index, updates, _REDUCTIONS[reduce])


def _scattered(input, axis, index, updates, reduction):
    """ScatterElements, which wants an axis of 0-d tensors too, and takes no bools in sums."""
    if input.ndim == 0:
        one = _scattered(onnx.Reshape(input, [1]), 0, onnx.Reshape(index, [-1]),
                         onnx.Reshape(updates, [-1]), reduction)
        return onnx.Reshape(one, [])
    if index.ndim == 0:
        index, updates = onnx.Reshape(index, [1]), onnx.Reshape(updates, [1])
    return kernels.ScatterElements(input, index, updates, axis=axis, reduction=reduction)


def scatter_add(input, dim, index, src):
    index = _check_index(index, 'scatter_add')
    if is_tensor(src) and src.dtype != input.dtype:
        raise dtype_error('scatter(): Expected self.dtype to be equal to src.dtype')
    axis = axis_of(dim, input.ndim)
    return _scattered(input, axis, index, _source(src, index, input.dtype), 'add')


def scatter_reduce(input, dim, index, src, reduce, *, include_self=True):
    names = {'sum': 'add', 'prod': 'mul', 'amax': 'max', 'amin': 'min'}
    axis = axis_of(dim, input.ndim)
    if reduce == 'mean':
        return _scatter_mean(input, axis, index, src, include_self)
    if reduce not in names:
        raise RuntimeError('reduce argument must be either sum, prod, mean, amax or amin, got '
                           f'{reduce}')
    if not include_self:
        neutral = _neutral(reduce, input.dtype)
        blank = onnx.Expand(neutral, list(index.shape))
        input = _scattered(input, axis, index, blank, 'none')
    src = _source(src, index, input.dtype)
    if reduce in ('amax', 'amin') and _native.options.opset < 18:
        return _scatter_extreme(input, axis, index, src, reduce)
    return _scattered(input, axis, index, src, names[reduce])


def _scatter_extreme(input, axis, index, src, reduce):
    """Below opset 18: every place along the axis looks at all that is written to it."""
    if input.ndim == 0:
        flat = [onnx.Reshape(x, [-1]) for x in (input, index, src)]
        return onnx.Reshape(_scatter_extreme(flat[0], 0, flat[1], flat[2], reduce), [])
    reduce_op, op = (kernels.ReduceMax, kernels.Max) if reduce == 'amax' else \
        (kernels.ReduceMin, kernels.Min)
    form = [1] * (input.ndim + 1)
    form[axis] = -1
    places = onnx.Reshape(count_up(0, input.shape[axis]), form)
    neutral = _neutral(reduce, input.dtype)
    hits = onnx.Equal(onnx.Unsqueeze(index, [axis]), places)
    found = kernels.Where(hits, onnx.Unsqueeze(src, [axis]), neutral)
    best = reduce_op(found, [axis + 1], keepdims=0)
    rest = [input.shape[i] - best.shape[i] for i in range(input.ndim)]
    if not all(same(size, 0) for size in rest):
        best = kernels.Pad(best, [0] * input.ndim + rest, neutral)
    return op(input, best)


def _neutral(reduce, dtype):
    from ._info import iinfo
    if reduce == 'sum':
        return tensor_of(0, dtype)
    if reduce == 'prod':
        return tensor_of(1, dtype)
    if dtype.is_floating_point:
        return tensor_of(float('-inf') if reduce == 'amax' else float('inf'), dtype)
    if dtype == dtypes.bool:
        return tensor_of(reduce != 'amax', dtype)
    limits = iinfo(dtype)
    return tensor_of(limits.min if reduce == 'amax' else limits.max, dtype)


def _scatter_mean(input, axis, index, src, include_self):
    total = scatter_reduce(input, axis, index, src, 'sum', include_self=include_self)
    ones = onnx.Expand(tensor_of(1, input.dtype), list(index.shape))
    base = onnx.Expand(tensor_of(1 if include_self else 0, input.dtype), list(input.shape))
    count = _scattered(base, axis, index, ones, 'add')
    if not include_self:
        count = kernels.Max(count, tensor_of(1, input.dtype))
    from ._arithmetic import floor_divide, true_divide
    if input.dtype.is_floating_point:
        return true_divide(total, count)
    return floor_divide(total, count)


def _at_axis(input, axis, index, value, accumulate):
    from ._index_tensor import scatter_picks
    if index.ndim == 0:
        index = onnx.Reshape(index, [1])
    if input.ndim == 0:
        flat = onnx.Reshape(value, [-1])
        return onnx.Reshape(_at_axis(onnx.Reshape(input, [1]), 0, index, flat, accumulate), [])
    return scatter_picks(input, [(axis, cast(index, dtypes.int64))], value, accumulate)


def index_fill(input, dim, index, value):
    axis = axis_of(dim, input.ndim)
    if is_tensor(value) and value.ndim > 0:
        raise shape_error('index_fill_ only supports a 0-dimensional value tensor, but got tensor '
                          f'with {value.ndim} dimension(s).')
    return _at_axis(input, axis, index, tensor_of(value, input.dtype), False)


def index_copy(input, dim, index, source):
    axis = axis_of(dim, input.ndim)
    if source.dtype != input.dtype:
        raise dtype_error('index_copy_(): self and source expected to have the same dtype')
    return _at_axis(input, axis, index, source, False)


def index_add(input, dim, index, source, *, alpha=1, out=None):
    refuse_out(out)
    axis = axis_of(dim, input.ndim)
    if source.dtype != input.dtype:
        raise dtype_error('index_add_(): self and source must have the same scalar type')
    if is_tensor(alpha) or not known(alpha) or alpha != 1:
        source = kernels.Mul(source, cast(alpha, source.dtype))
    return _at_axis(input, axis, index, source, True)

"""Functions that join, repeat and rearrange tensors."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import shape_error
from ._support import (MAX_INT64, axes_of, axis_of, broadcast_sizes, cast, copy, count_up, differ,
                       dtypes, known, refuse_out, reshaped, same, slice_axis)

__module__ = 'torch'


def _common_dtype(tensors):
    dtype = tensors[0].dtype
    for tensor in tensors[1:]:
        if tensor.dtype != dtype:
            return _native.promote(*tensors)
    return dtype


def _check_list(tensors, name):
    if isinstance(tensors, _native.TensorBase):
        raise TypeError(f"{name}(): argument 'tensors' (position 1) must be tuple of Tensors, not "
                        'Tensor')
    tensors = list(tensors)
    if not tensors:
        raise RuntimeError(f'{name}(): expected a non-empty list of Tensors')
    return tensors


def cat(tensors, dim=0, *, out=None, axis=None):
    refuse_out(out)
    dim = dim if axis is None else axis
    segments = _native.segments(tensors)
    if segments is not None:
        from ._runs import joined
        return joined(tensors, segments, dim)
    tensors = _check_list(tensors, 'torch.cat')
    dtype = _common_dtype(tensors)
    # An empty 1-d tensor joins anything, by a rule of torch's past.
    full = [x for x in tensors if not (x.ndim == 1 and known(x.shape[0]) and x.shape[0] == 0)]
    if not full:
        return copy(cast(tensors[0], dtype))
    axis = axis_of(dim, full[0].ndim)
    _check_cat_sizes(full, axis)
    if len(full) == 1:
        return copy(cast(full[0], dtype))
    return onnx.Concat(*[cast(x, dtype) for x in full], axis=axis)


def _check_cat_sizes(tensors, axis):
    first = tensors[0].shape
    for n in range(1, len(tensors)):
        shape = tensors[n].shape
        if len(shape) != len(first):
            if len(shape) == 1 and not known(shape[0]) or len(first) == 1 and not known(first[0]):
                return _native.refuse('joining a vector of unknown size with tensors of more axes, '
                                      'which torch allows if it is empty', code='NN403')
            raise shape_error('Tensors must have same number of dimensions: got '
                              f'{len(first)} and {len(shape)}')
        for i in range(len(shape)):
            if i != axis and differ(shape[i], first[i]):
                raise shape_error(
                    f'Sizes of tensors must match except in dimension {axis}. Expected size '
                    f'{first[i]} but got size {shape[i]} for tensor number {n} in the list.',
                    hint=f'the shapes are {list(first)} and {list(shape)}')


def stack(tensors, dim=0, *, out=None, axis=None):
    refuse_out(out)
    dim = dim if axis is None else axis
    segments = _native.segments(tensors)
    if segments is not None:
        from ._runs import stacked
        return stacked(tensors, segments, dim)
    tensors = _check_list(tensors, 'torch.stack')
    dtype = _common_dtype(tensors)
    axis = axis_of(dim, tensors[0].ndim + 1)
    first = tensors[0].shape
    for i in range(1, len(tensors)):
        shape = tensors[i].shape
        wrong = len(shape) != len(first)
        for a, b in zip(first, shape):
            wrong = wrong or differ(a, b)
        if wrong:
            raise shape_error(f'stack expects each tensor to be equal size, but got '
                              f'{list(first)} at entry 0 and {list(shape)} at entry {i}')
    slabs = [onnx.Unsqueeze(cast(x, dtype), [axis]) for x in tensors]
    return slabs[0] if len(slabs) == 1 else onnx.Concat(*slabs, axis=axis)


def atleast_1d(*tensors):
    return _at_least(tensors, lambda x: onnx.Reshape(x, [1]) if x.ndim == 0 else x)


def atleast_2d(*tensors):
    def grow(x):
        if x.ndim == 0:
            return onnx.Reshape(x, [1, 1])
        return onnx.Unsqueeze(x, [0]) if x.ndim == 1 else x
    return _at_least(tensors, grow)


def atleast_3d(*tensors):
    def grow(x):
        if x.ndim == 0:
            return onnx.Reshape(x, [1, 1, 1])
        if x.ndim == 1:
            return onnx.Unsqueeze(x, [0, 2])
        return onnx.Unsqueeze(x, [2]) if x.ndim == 2 else x
    return _at_least(tensors, grow)


def _at_least(tensors, grow):
    if len(tensors) == 1:
        if isinstance(tensors[0], (list, tuple)):
            return tuple([grow(x) for x in tensors[0]])
        return grow(tensors[0])
    return tuple([grow(x) for x in tensors])


def hstack(tensors, *, out=None):
    tensors = list(atleast_1d(list(tensors)))
    return cat(tensors, 0 if tensors[0].ndim == 1 else 1, out=out)


def vstack(tensors, *, out=None):
    return cat(list(atleast_2d(list(tensors))), 0, out=out)


def dstack(tensors, *, out=None):
    return cat(list(atleast_3d(list(tensors))), 2, out=out)


def column_stack(tensors, *, out=None):
    columns = [onnx.Reshape(x, [-1, 1]) if x.ndim <= 1 else x for x in tensors]
    return cat(columns, 1, out=out)


def repeat_sizes(input, sizes):
    """Tensor.repeat."""
    ndim = input.ndim
    if len(sizes) < ndim:
        raise shape_error('Number of dimensions of repeat dims can not be smaller than number of '
                          'dimensions of tensor')
    if len(sizes) > ndim:
        input = onnx.Unsqueeze(input, list(range(len(sizes) - ndim)))
    for size in sizes:
        if not same(size, 1):
            return onnx.Tile(input, list(sizes))
    return copy(input)


def tile(input, dims):
    dims = list(dims)
    if len(dims) < input.ndim:
        dims = [1] * (input.ndim - len(dims)) + dims
    return repeat_sizes(input, dims)


def repeat_interleave(input, repeats=None, dim=None, *, output_size=None):
    """Each element `repeats` times in a row."""
    if repeats is None:
        return _spread_indices(input)
    if dim is None:
        input = onnx.Reshape(input, [-1])
        dim = 0
    axis = axis_of(dim, input.ndim)
    if isinstance(repeats, _native.TensorBase):
        if repeats.ndim == 1 and not same(repeats.shape[0], 1):
            count, size = repeats.shape[0], input.shape[axis]
            if known(count) and known(size) and count != size:
                raise shape_error('repeats must have the same size as input along dim')
            return onnx.Gather(input, _spread_indices(repeats), axis=axis)
        repeats = _native.item(repeats)
    if known(repeats) and repeats == 1:
        return copy(input)
    shape = list(input.shape)
    column = onnx.Unsqueeze(input, [axis + 1])
    wide = onnx.Expand(column, [1] * (axis + 1) + [repeats] + [1] * (len(shape) - axis - 1))
    shape[axis] = shape[axis] * repeats
    return reshaped(wide, shape)


def _spread_indices(repeats):
    """[2, 0, 1] -> [0, 0, 2]: how many running totals are at or below each position."""
    repeats = cast(repeats, dtypes.int64)
    ends = onnx.CumSum(repeats, 0)
    total = onnx.ReduceSum(repeats, keepdims=0)
    places = onnx.Unsqueeze(count_up(0, total, 1), [1])
    passed = onnx.Cast(onnx.LessOrEqual(ends, places), to=dtypes.int64)
    return onnx.ReduceSum(passed, [1], keepdims=0)


def flip(input, dims):
    dims = [dims] if isinstance(dims, int) else list(dims)
    if not dims or input.ndim == 0:
        return copy(input)
    axes = axes_of(dims, input.ndim)
    n = len(axes)
    return onnx.Slice(input, [-1] * n, [-MAX_INT64 - 1] * n, axes, [-1] * n)


def fliplr(input):
    return flip(input, [1])


def flipud(input):
    return flip(input, [0])


def roll(input, shifts, dims=None):
    if dims is None or dims == ():
        flat = onnx.Reshape(input, [-1])
        shift = shifts[0] if isinstance(shifts, (tuple, list)) else shifts
        return reshaped(roll(flat, shift, 0), input.shape)
    shifts = [shifts] if isinstance(shifts, int) else list(shifts)
    dims = [dims] if isinstance(dims, int) else list(dims)
    if len(shifts) != len(dims):
        raise shape_error(f'shifts and dimensions must align. shifts: {len(shifts)}, '
                          f'dims:{len(dims)}')
    x = input
    for shift, dim in zip(shifts, dims):
        x = _roll_axis(x, shift, axis_of(dim, input.ndim))
    return copy(input) if x is input else x


def _roll_axis(x, shift, axis):
    """Entries from `cut` on come first."""
    size = x.shape[axis]
    if known(size) and size == 0:
        return x
    cut = (-shift) % size
    if known(cut) and cut == 0:
        return x
    return onnx.Concat(slice_axis(x, axis, cut, MAX_INT64), slice_axis(x, axis, 0, cut),
                       axis=axis)


def rot90(input, k=1, dims=(0, 1)):
    from ._view import transpose
    k = k % 4
    a, b = dims
    if k == 0:
        return copy(input)
    if k == 2:
        return flip(input, [a, b])
    if k == 1:
        return transpose(flip(input, [b]), a, b)
    return flip(transpose(input, a, b), [b])


def meshgrid(*tensors, indexing=None):
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    if indexing not in (None, 'ij', 'xy'):
        raise RuntimeError(f'torch.meshgrid: indexing must be one of "xy" or "ij", but received: '
                           f'{indexing}')
    from ._view import expand_to, reshape_to
    tensors = list(tensors)
    for x in tensors:
        if x.ndim > 1:
            raise shape_error('torch.meshgrid: Expected 0D or 1D tensor in the tensor list but '
                              f'got: {x.ndim} dimensions')
    swap = indexing == 'xy' and len(tensors) >= 2
    if swap:
        tensors[0], tensors[1] = tensors[1], tensors[0]
    lengths = [x.shape[0] if x.ndim > 0 else 1 for x in tensors]
    grids = []
    for i in range(len(tensors)):
        form = [1] * len(tensors)
        form[i] = lengths[i]
        grids.append(expand_to(reshape_to(tensors[i], form), lengths))
    if swap:
        grids[0], grids[1] = grids[1], grids[0]
    return tuple(grids)


def cartesian_prod(*tensors):
    if len(tensors) == 1:
        return tensors[0]
    grids = meshgrid(*tensors, indexing='ij')
    return stack([onnx.Reshape(grid, [-1]) for grid in grids], 1)


def combinations(input, r=2, with_replacement=False):
    n = input.shape[0]
    if not known(n):
        return _native.refuse('`combinations` of an unknown size', 'give it with --input',
                              code='NN403')
    import itertools
    make = itertools.combinations_with_replacement if with_replacement else itertools.combinations
    rows = [list(row) for row in make(range(n), r)]
    if not rows:
        return onnx.Reshape(slice_axis(input, 0, 0, 0), [0, r], allowzero=1)
    return onnx.Gather(input, _native.constant(rows), axis=0)


def broadcast_tensors(*tensors):
    if len(tensors) == 1 and isinstance(tensors[0], (list, tuple)):
        tensors = tensors[0]
    sizes = []
    for tensor in tensors:
        sizes = broadcast_sizes(sizes, tensor.shape)
    from ._view import expand_to
    return tuple([expand_to(tensor, sizes) for tensor in tensors])


def broadcast_shapes(*shapes):
    from ._size import Size
    sizes = []
    for shape in shapes:
        sizes = broadcast_sizes(sizes, [shape] if isinstance(shape, int) else shape)
    return Size(sizes)


def block_diag(*tensors):
    blocks = [x if x.ndim == 2 else onnx.Reshape(x, [1, -1]) for x in tensors]
    width = sum([block.shape[1] for block in blocks])
    rows = []
    left = 0
    for block in blocks:
        right = width - left - block.shape[1]
        rows.append(kernels.Pad(block, [0, left, 0, right]))
        left = left + block.shape[1]
    return cat(rows, 0)


concat = cat
concatenate = cat
row_stack = vstack

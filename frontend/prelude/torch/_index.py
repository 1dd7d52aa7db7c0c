"""Indexing: x[...] and x[...] = v.

An index is worked off in the order slices, ints, tensors, None. Slices and ints are views, so a
write to them reaches the tensor; index tensors copy, and a write to them is a scatter.
"""
import _native
import onnx
from ._errors import dtype_error, shape_error
from ._overlap import keep_apart
from ._support import (MAX_INT64, cast, count_up, differ, dtypes, expanded, is_tensor, known, same)
from ._view import select, with_range

__module__ = 'torch'


def getitem(input, index):
    view, picks = _basic(input, _as_items(input, index))
    if not picks:
        return _native.alias(input) if view is input else view
    from ._index_tensor import gather_picks
    return gather_picks(view, picks)


def setitem(input, index, value):
    if _native.write_element(input, index, value):
        return
    view, picks = _basic(input, _as_items(input, index))
    if not is_tensor(value):
        if isinstance(value, (list, tuple)):
            value = _native.constant(value)
        else:
            value = _native.constant(value, input.dtype)
    else:
        keep_apart(view, value)
    value = cast(value, input.dtype)
    if not picks:
        _native.write(view, fitted(value, view.shape))
        return
    from ._index_tensor import scatter_picks
    _native.write(view, scatter_picks(view, picks, value))


def fitted(value, sizes):
    """A value broadcast to the sizes of what it is written to; leading 1s are dropped."""
    while value.ndim > len(sizes) and same(value.shape[0], 1):
        value = onnx.Squeeze(value, [0])
    shape = value.shape
    extra = len(sizes) - len(shape)
    wrong = extra < 0
    for i in range(len(shape)):
        if extra >= 0 and differ(shape[i], 1) and known(sizes[i + extra]):
            wrong = wrong or (known(shape[i]) and differ(shape[i], sizes[i + extra]))
    if wrong:
        raise shape_error(f'shape mismatch: value tensor of shape {list(shape)} cannot be '
                          f'broadcast to indexing result of shape {list(sizes)}')
    return expanded(value, sizes)


def _as_items(input, index):
    """The index as a list with one item for each axis, `...` filled in, None kept."""
    items = list(index) if isinstance(index, tuple) else [index]
    if isinstance(index, list) and [i for i in index if isinstance(i, (list, range))]:
        _native.refuse('an index that is a list of lists: PyTorch 2.9 takes it for one tensor, older '
                       'ones for several', 'write the lists as a tuple')
    if isinstance(index, list) and not _is_index_list(index):
        items = list(index)
    used = 0
    dots = -1
    for i in range(len(items)):
        item = items[i]
        if item is Ellipsis:
            if dots >= 0:
                raise IndexError('an index can only have a single ellipsis (\'...\')')
            dots = i
        elif item is None or isinstance(item, bool):
            pass
        elif is_tensor(item) and item.dtype in (dtypes.bool, dtypes.uint8):
            used += item.ndim
        else:
            used += 1
    missing = input.ndim - used
    if missing < 0:
        raise shape_error(f'too many indices for tensor of dimension {input.ndim}', IndexError)
    fill = [slice(None)] * missing
    if dots < 0:
        return items + fill
    return items[:dots] + fill + items[dots + 1:]


def _is_index_list(index):
    """A list of numbers is an index tensor; one of slices and the like is a tuple in disguise."""
    for item in index:
        if isinstance(item, slice) or item is None or item is Ellipsis:
            return False
    return True


def _basic(input, items):
    """Applies slices, ints and None as views. Returns the view and its index tensors by axis."""
    view = _sliced(input, items)
    picks = []
    new_axes = []
    axis = 0
    for item in items:
        if item is None:
            new_axes.append(axis)
            view = _native_unsqueeze(view, axis)
            axis += 1
        elif isinstance(item, slice):
            axis += 1
        elif isinstance(item, bool):
            view = _native_unsqueeze(view, axis)
            picks.append((axis, _native.constant([0] if item else [], dtypes.int64)))
            axis += 1
        elif isinstance(item, int):
            if picks:
                # An int among index tensors broadcasts with them.
                picks.append((axis, _native.constant(item)))
                axis += 1
            elif _tensors_follow(items, item):
                picks.append((axis, _native.constant(item)))
                axis += 1
            else:
                view = select(view, axis, item)
        else:
            axis = _take_pick(item, axis, picks)
    return view, picks


def _tensors_follow(items, item):
    for other in items:
        if not isinstance(other, (slice, int)) and other is not None:
            return True
    return False


def _take_pick(item, axis, picks):
    """Adds an index tensor, list or mask; returns the axis after it."""
    if not is_tensor(item):
        if hasattr(item, 'tolist'):
            item = item.tolist()
        if not isinstance(item, (list, tuple, range)):
            raise TypeError('only integer tensors of a single element can be converted to an '
                            'index')
        item = _native.constant(list(item), None if len(item) else dtypes.int64)
    if item.dtype in (dtypes.bool, dtypes.uint8):
        picks.append((axis, cast(item, dtypes.bool)))
        return axis + item.ndim
    if item.dtype.is_floating_point:
        _native.want_dtype(item, dtypes.int64)
        raise dtype_error('tensors used as indices must be long, byte or bool tensors', IndexError)
    picks.append((axis, cast(item, dtypes.int64)))
    return axis + 1


def _native_unsqueeze(view, axis):
    return _native.view(view, lambda b: onnx.Unsqueeze(b, [axis]),
                        lambda b, v: onnx.Squeeze(v, [axis]), ('unsqueeze', axis))


# Slices: one Slice node for all axes; written axis by axis.

def _sliced(input, items):
    cuts = []
    axis = 0
    for item in items:
        if isinstance(item, slice):
            cut = _cut(input, axis, item)
            if cut is not None:
                cuts.append(cut)
            axis += 1
        elif item is None or isinstance(item, bool):
            pass
        elif is_tensor(item) and item.dtype in (dtypes.bool, dtypes.uint8):
            axis += item.ndim
        else:
            axis += 1
    if not cuts:
        return input
    return _native.view(input, lambda b: _read_cuts(b, cuts),
                        lambda b, v: _write_cuts(b, v, cuts), ('cut', cuts))


def _bound(value):
    return _native.item(value) if is_tensor(value) else value


def _cut(input, axis, item):
    """(axis, start, stop, step) of a slice, or None where it takes all."""
    start, stop, step = _bound(item.start), _bound(item.stop), _bound(item.step)
    step = 1 if step is None else step
    if known(step) and step <= 0:
        raise ValueError('step must be greater than zero')
    start = 0 if start is None else start
    size = input.shape[axis]
    if stop is None or same(stop, size):
        stop = MAX_INT64
    if same(start, 0) and same(step, 1):
        if known(stop) and (stop == MAX_INT64 or (known(size) and stop >= size)):
            return None
    return (axis, start, stop, step)


def _read_cuts(base, cuts):
    return onnx.Slice(base, [c[1] for c in cuts], [c[2] for c in cuts], [c[0] for c in cuts],
                      [c[3] for c in cuts])


def _write_cuts(base, value, cuts):
    """`base` with a box replaced: the outermost axis last."""
    if len(cuts) > 1:
        value = _write_cuts(_read_cuts(base, cuts[:1]), value, cuts[1:])
    axis, start, stop, step = cuts[0]
    size = base.shape[axis]
    begin = _clipped(start, size)
    if same(step, 1):
        return with_range(base, value, axis, begin, begin + value.shape[axis])
    places = count_up(begin, min(begin + value.shape[axis] * step, size), step)
    perm = [axis] + [i for i in range(base.ndim) if i != axis]
    back = [perm.index(i) for i in range(base.ndim)]
    moved = onnx.ScatterND(onnx.Transpose(base, perm=perm), onnx.Unsqueeze(places, [1]),
                           onnx.Transpose(value, perm=perm))
    return onnx.Transpose(moved, perm=back)


def _clipped(start, size):
    """A slice's start counted from the front: Python's rule for negative and large ones."""
    if known(start):
        if start >= 0:
            return start if known(size) and start <= size or start == 0 else min(start, size)
        return max(size + start, 0)
    negative = start < 0  # as -s may be, where s is known only when the model runs
    if not known(negative):
        start = _native.item(onnx.Where(negative, _native.constant(start + size),
                                        _native.constant(start)))
    elif negative:
        start = start + size
    return min(max(start, 0), size)


getitem.__qualname__, setitem.__qualname__ = 'Tensor.__getitem__', 'Tensor.__setitem__'

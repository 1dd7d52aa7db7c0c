"""Functions that move numbers."""
import _python
import torch

from ._array import as_array, cast, copied, is_number, wrap
from ._dtypes import common, dtype_of

__module__ = 'numpy'


def _same_kind(arrays, dtype=None):
    arrays = [as_array(a) for a in arrays]
    if not arrays:
        raise ValueError('need at least one array to concatenate')
    kind = arrays[0].dtype
    for a in arrays[1:]:
        kind = common(kind, a.dtype)
    kind = kind if dtype is None else dtype_of(dtype)
    return [cast(a._tensor, kind) for a in arrays]


def concatenate(arrays, axis=0, out=None, dtype=None):
    tensors = _same_kind(arrays, dtype)
    if axis is None:
        return wrap(torch.cat([t.reshape(-1) for t in tensors]))
    if any(len(t.shape) == 0 for t in tensors):
        raise ValueError('zero-dimensional arrays cannot be concatenated')
    return wrap(torch.cat(tensors, axis))


def stack(arrays, axis=0, out=None):
    return wrap(torch.stack(_same_kind(arrays), axis))


def vstack(tup):
    return wrap(torch.cat([t if len(t.shape) > 1 else t.reshape(1, -1) for t in _same_kind(tup)]))


def hstack(tup):
    tensors = [t if len(t.shape) else t.reshape(1) for t in _same_kind(tup)]
    return wrap(torch.cat(tensors, 0 if len(tensors[0].shape) == 1 else 1))


def atleast_1d(*arys):
    made = [a if as_array(a).ndim else as_array(a).reshape(1) for a in arys]
    made = [as_array(a) for a in made]
    return made[0] if len(made) == 1 else made


def atleast_2d(*arys):
    made = [a if as_array(a).ndim > 1 else as_array(a).reshape(1, -1) for a in arys]
    made = [as_array(a) for a in made]
    return made[0] if len(made) == 1 else made


def reshape(a, newshape, order='C'):
    return as_array(a).reshape(newshape, order=order)


def ravel(a, order='C'):
    return as_array(a).ravel(order)


def transpose(a, axes=None):
    return as_array(a).transpose(*([] if axes is None else [axes]))


def swapaxes(a, axis1, axis2):
    return as_array(a).swapaxes(axis1, axis2)


def moveaxis(a, source, destination):
    a = as_array(a)
    return wrap(torch.movedim(a._tensor, source, destination), a)


def expand_dims(a, axis):
    a = as_array(a)
    axes = [axis] if isinstance(axis, int) else list(axis)
    rank = a.ndim + len(axes)
    tensor = a._tensor
    for one in sorted(x % rank for x in axes):
        tensor = tensor.unsqueeze(one)
    return wrap(tensor, a)


def squeeze(a, axis=None):
    return as_array(a).squeeze(axis)


def broadcast_to(array, shape):
    return wrap(as_array(array)._tensor.expand(shape if hasattr(shape, '__len__') else [shape]))


def repeat(a, repeats, axis=None):
    tensor = as_array(a)._tensor
    if axis is None:
        tensor, axis = tensor.reshape(-1), 0
    counts = repeats if isinstance(repeats, int) else as_array(repeats)._tensor
    return wrap(torch.repeat_interleave(tensor, counts, dim=axis))


def tile(A, reps):
    A = as_array(A)
    reps = [reps] if isinstance(reps, int) else list(reps)
    reps = [1] * (A.ndim - len(reps)) + reps
    return wrap(copied(A._tensor).repeat(reps))


def flip(m, axis=None):
    m = as_array(m)
    axes = list(range(m.ndim)) if axis is None else [axis] if isinstance(axis, int) else list(axis)
    return wrap(torch.flip(m._tensor, axes))


def roll(a, shift, axis=None):
    a = as_array(a)
    return wrap(torch.roll(a._tensor, shift, axis))


def split(ary, indices_or_sections, axis=0):
    ary = as_array(ary)
    size = ary.shape[axis]
    if isinstance(indices_or_sections, int):
        if size % indices_or_sections:
            raise ValueError('array split does not result in an equal division')
        step = size // indices_or_sections
        cuts = [step * i for i in range(1, indices_or_sections)]
    else:
        cuts = list(indices_or_sections)
    bounds = [0, *cuts, size]
    return [wrap(torch.narrow(ary._tensor, axis, bounds[i], bounds[i + 1] - bounds[i]), ary)
            for i in range(len(bounds) - 1)]


def pad(array, pad_width, mode='constant', constant_values=0):
    array = as_array(array)
    if mode != 'constant' or not is_number(constant_values):
        return _python.refuse(f'`np.pad` in the mode {mode!r} is not supported')
    widths = pad_width
    if isinstance(widths, int):
        widths = [(widths, widths)] * array.ndim
    elif isinstance(widths[0], int):
        widths = [tuple(widths)] * array.ndim
    flat = [n for pair in reversed(list(widths)) for n in pair]
    return wrap(torch.nn.functional.pad(array._tensor, flat, value=constant_values))


def ndim(a):
    return as_array(a).ndim


def shape(a):
    return as_array(a).shape


def size(a, axis=None):
    return as_array(a).size if axis is None else as_array(a).shape[axis]

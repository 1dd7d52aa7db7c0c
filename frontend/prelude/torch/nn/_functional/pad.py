"""F.pad. Sides are listed from the last axis: (left, right, top, bottom, …)."""
import _native
import onnx
from ... import _kernels as kernels
from ..._errors import shape_error
from ..._support import MAX_INT64, copy, dtypes, is_tensor, known, same, slice_axis

__module__ = 'torch.nn.functional'

_MODES = {'reflect': 'reflect', 'replicate': 'edge'}


def pad(input, pad, mode='constant', value=None):
    sides = [_native.item(p) if isinstance(p, _native.TensorBase) else p for p in pad]
    if len(sides) % 2 != 0:
        raise shape_error('Padding length must be divisible by 2')
    count = len(sides) // 2
    ndim = input.ndim
    if count > ndim:
        raise shape_error('Padding length should be less than or equal to two times the input '
                          f'dimension but got padding length {len(sides)} and input of '
                          f'dimension {ndim}')
    if mode == 'constant':
        return _constant(input, sides, 0 if value is None else value)
    if mode not in ('reflect', 'replicate', 'circular'):
        raise NotImplementedError(f'Unrecognised padding mode {mode}')
    if value not in (None, 0):
        raise ValueError(f"Padding mode '{mode}' doesn't take in value argument")
    _check_spatial(ndim, count)
    if mode == 'circular':
        return _circular(input, sides)
    if mode == 'reflect':
        _check_reflection(input, sides)
    return _padded(input, sides, None, _MODES[mode])


def _check_spatial(ndim, count):
    if ndim - count not in (1, 2) or count > 3:
        raise shape_error('Only 2D, 3D, 4D, 5D padding with non-constant padding are '
                          'supported for now', NotImplementedError)


def _check_reflection(input, sides):
    for i in range(len(sides) // 2):
        size = input.shape[input.ndim - 1 - i]
        for side in sides[2 * i:2 * i + 2]:
            if known(side) and known(size) and side >= size:
                raise shape_error('Argument #4: Padding size should be less than the '
                                  'corresponding input dimension, but got: padding '
                                  f'({sides[2 * i]}, {sides[2 * i + 1]}) at dimension '
                                  f'{input.ndim - 1 - i} of input {list(input.shape)}')


def _all_zero(sides):
    for side in sides:
        if not same(side, 0):
            return False
    return True


def _constant(input, sides, value):
    if _all_zero(sides):
        return copy(input)
    if not isinstance(value, _native.TensorBase) and known(value) and value == 0:
        value = None
    if input.dtype == dtypes.bool and value is not None and not is_tensor(value):
        value = bool(value)
    return _padded(input, sides, value, 'constant')


def _padded(input, sides, value, mode):
    begins, ends = [0] * input.ndim, [0] * input.ndim
    for i in range(len(sides) // 2):
        axis = input.ndim - 1 - i
        begins[axis], ends[axis] = sides[2 * i], sides[2 * i + 1]
    if mode == 'constant':
        return kernels.Pad(input, begins + ends, value)
    return kernels.Pad(input, begins + ends, mode=mode)


def _circular(input, sides):
    """The last entries before the first ones, and the other way round; a negative side crops."""
    for i in range(len(sides) // 2):
        axis = input.ndim - 1 - i
        left, right = sides[2 * i], sides[2 * i + 1]
        if not known(left) or not known(right):
            return _native.refuse('circular padding by a size that is not known', code='NN403')
        size = input.shape[axis]
        if known(size) and (left > size or right > size):
            raise shape_error('Padding value causes wrapping around more than once.')
        if left < 0 or right < 0:
            input = slice_axis(input, axis, max(-left, 0), right if right < 0 else MAX_INT64)
        parts = [input]
        if left > 0:
            parts = [slice_axis(input, axis, -left, MAX_INT64), input]
        if right > 0:
            parts.append(slice_axis(input, axis, 0, right))
        if len(parts) > 1:
            input = onnx.Concat(*parts, axis=axis)
        else:
            input = parts[0]
    return input

"""Comparisons, logic and bits of two operands, and `where`."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import dtype_error, shape_error
from ._support import (cast, check_tensor, dtype_title, dtypes, is_tensor, promoted, refuse_out,
                       tensor_of)

__module__ = 'torch'


def _ordered(input, other):
    """ONNX orders no bools; as small integers they compare the same."""
    a, b = promoted(input, other)
    if (a if is_tensor(a) else b).dtype == dtypes.bool:
        return tensor_of(a, dtypes.uint8), tensor_of(b, dtypes.uint8)
    return a, b


def eq(input, other, *, out=None):
    refuse_out(out)
    a, b = promoted(input, other)
    return onnx.Equal(a, b)


def ne(input, other, *, out=None):
    refuse_out(out)
    a, b = promoted(input, other)
    return onnx.Not(onnx.Equal(a, b))


def lt(input, other, *, out=None):
    refuse_out(out)
    a, b = _ordered(input, other)
    return onnx.Less(a, b)


def le(input, other, *, out=None):
    refuse_out(out)
    a, b = _ordered(input, other)
    return onnx.LessOrEqual(a, b)


def gt(input, other, *, out=None):
    refuse_out(out)
    a, b = _ordered(input, other)
    return onnx.Greater(a, b)


def ge(input, other, *, out=None):
    refuse_out(out)
    a, b = _ordered(input, other)
    return onnx.GreaterOrEqual(a, b)


def logical_and(input, other, *, out=None):
    refuse_out(out)
    return onnx.And(cast(input, dtypes.bool), cast(other, dtypes.bool))


def logical_or(input, other, *, out=None):
    refuse_out(out)
    return onnx.Or(cast(input, dtypes.bool), cast(other, dtypes.bool))


def logical_xor(input, other, *, out=None):
    refuse_out(out)
    return onnx.Xor(cast(input, dtypes.bool), cast(other, dtypes.bool))


def _bitwise(input, other, bool_op, int_op, name):
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        return bool_op(a, b)
    if dtype.is_floating_point:
        raise dtype_error(f'"{name}_cpu" not implemented for floating point tensors')
    return int_op(a, b)


def bitwise_and(input, other, *, out=None):
    refuse_out(out)
    return _bitwise(input, other, onnx.And, onnx.BitwiseAnd, 'bitwise_and')


def bitwise_or(input, other, *, out=None):
    refuse_out(out)
    return _bitwise(input, other, onnx.Or, onnx.BitwiseOr, 'bitwise_or')


def bitwise_xor(input, other, *, out=None):
    refuse_out(out)
    return _bitwise(input, other, onnx.Xor, onnx.BitwiseXor, 'bitwise_xor')


def bitwise_left_shift(input, other, *, out=None):
    """By a multiplication: ONNX shifts unsigned integers only."""
    refuse_out(out)
    a, b = promoted(input, other)
    dtype = (a if is_tensor(a) else b).dtype
    wide = onnx.Mul(tensor_of(a, dtypes.int64), onnx.Pow(2, tensor_of(b, dtypes.int64)))
    return cast(wide, dtype)


def bitwise_right_shift(input, other, *, out=None):
    """Of signed integers rounds to minus infinity, as a floor division does: in two steps, since
    2 to the 63 is no int64."""
    refuse_out(out)
    from ._arithmetic import floor_divide
    a, b = promoted(input, other)
    dtype = (a if is_tensor(a) else b).dtype
    wide, by = tensor_of(a, dtypes.int64), tensor_of(b, dtypes.int64)
    half = onnx.Div(by, 2)
    for step in (half, onnx.Sub(by, half)):
        wide = floor_divide(wide, onnx.Pow(2, step))
    return cast(wide, dtype)


def equal(input, other):
    """A Python bool: same sizes and same elements."""
    check_tensor(other, 'other')
    if input.ndim != other.ndim:
        return False
    for a, b in zip(input.shape, other.shape):
        if a != b:
            return False
    from ._reduce import all
    return bool(all(eq(input, other)))


def isclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    a, b = promoted(input, other)
    close = eq(a, b)
    if a.dtype.is_floating_point:
        bound = onnx.Add(onnx.Mul(onnx.Abs(b), rtol), atol)
        gap = onnx.Abs(onnx.Sub(a, b))
        near = onnx.And(onnx.LessOrEqual(gap, bound), onnx.Not(onnx.IsInf(gap)))
        close = onnx.Or(close, near)
        if equal_nan:
            close = onnx.Or(close, onnx.And(onnx.IsNaN(a), onnx.IsNaN(b)))
        return close
    wide_a, wide_b = cast(a, dtypes.float64), cast(b, dtypes.float64)
    bound = onnx.Add(onnx.Mul(onnx.Abs(wide_b), rtol), atol)
    return onnx.Or(close, onnx.LessOrEqual(onnx.Abs(onnx.Sub(wide_a, wide_b)), bound))


def allclose(input, other, rtol=1e-05, atol=1e-08, equal_nan=False):
    from ._reduce import all
    return bool(all(isclose(input, other, rtol, atol, equal_nan)))


def where(condition, input=None, other=None, *, out=None):
    refuse_out(out)
    if input is None and other is None:
        from ._search import nonzero
        return nonzero(condition, as_tuple=True)
    if condition.dtype not in (dtypes.bool, dtypes.uint8):
        _native.want_dtype(condition, dtypes.bool)
        raise dtype_error('where expected condition to be a boolean tensor, but got a tensor with '
                          f'dtype {dtype_title(condition.dtype)}')
    dtype = _native.promote(input, other)  # of two numbers too: a float is float32 here
    return kernels.Where(cast(condition, dtypes.bool), tensor_of(input, dtype),
                         tensor_of(other, dtype))


def masked_fill(input, mask, value):
    """`value` in input's dtype where mask; mask broadcasts to input."""
    if mask.dtype != dtypes.bool:
        if mask.dtype != dtypes.uint8:
            _native.want_dtype(mask, dtypes.bool)
            raise dtype_error('expected self and mask to be on the same device, and mask to be a '
                              'boolean tensor')
        mask = onnx.Cast(mask, to=dtypes.bool)
    if is_tensor(value):
        if value.ndim > 0:
            raise shape_error(f'masked_fill only supports a 0-dimensional value tensor, but got '
                              f'tensor with {value.ndim} dimension(s).')
    elif _native.known(value) and not input.dtype.is_floating_point and input.dtype != dtypes.bool:
        if isinstance(value, float) and (value != value or value in (float('inf'), float('-inf'))):
            raise RuntimeError('value cannot be converted to type int64_t without overflow')
        value = int(value)
    return kernels.Where(mask, tensor_of(value, input.dtype), input)


def isin(elements, test_elements, *, assume_unique=False, invert=False):
    dtype = _native.promote(elements, test_elements)
    a, b = tensor_of(elements, dtype), tensor_of(test_elements, dtype)
    flat = onnx.Reshape(b, [-1])
    column = onnx.Unsqueeze(a, [-1])
    hits = onnx.Cast(onnx.Equal(column, flat), to=dtypes.int32)
    found = onnx.Cast(onnx.ReduceMax(hits, [-1], keepdims=0), to=dtypes.bool)
    return onnx.Not(found) if invert else found


greater = gt
greater_equal = ge
less = lt
less_equal = le
not_equal = ne

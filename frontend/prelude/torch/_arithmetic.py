"""Arithmetic of two operands, broadcast and promoted as torch does."""
import _native
import onnx
from ._complex import ComplexTensor
from ._support import (cast, check_tensor, copy, dtypes, is_tensor, promoted, refuse_out)

__module__ = 'torch'


def _scaled(other, alpha, dtype):
    """alpha * other, without a node where alpha is 1."""
    if not is_tensor(alpha) and _native.known(alpha):
        if alpha == 1:
            return other
        if isinstance(alpha, float) and not dtype.is_floating_point:
            raise RuntimeError('For integral input tensors, argument alpha must not be a floating '
                               'point number.')
    if is_tensor(other):
        return onnx.Mul(other, cast(alpha, dtype))
    return other * alpha


def add(input, other, *, alpha=1, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * alpha + input
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    b = _scaled(b, alpha, dtype)
    if dtype == dtypes.bool:
        return onnx.Or(a, b)
    return onnx.Add(a, b)


def sub(input, other, *, alpha=1, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * -alpha + input
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        raise RuntimeError('Subtraction, the `-` operator, with two bool tensors is not supported.'
                           ' Use the `^` or `logical_xor()` operator instead.')
    return onnx.Sub(a, _scaled(b, alpha, dtype))


def rsub(input, other, *, alpha=1):
    return sub(other, input, alpha=alpha)


def mul(input, other, *, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * input
    a, b = promoted(input, other)
    if (a if is_tensor(a) else b).dtype == dtypes.bool:
        return onnx.And(a, b)
    return onnx.Mul(a, b)


def true_divide(input, other, *, out=None):
    refuse_out(out)
    dtype = _native.promote(input, other)
    if not dtype.is_floating_point:
        dtype = dtypes.float32
    if not is_tensor(input) and not is_tensor(other):
        return onnx.Div(_native.constant(input, dtype), _native.constant(other, dtype))
    return onnx.Div(cast(input, dtype), cast(other, dtype))


def div(input, other, *, rounding_mode=None, out=None):
    if rounding_mode is None:
        return true_divide(input, other, out=out)
    if rounding_mode == 'floor':
        return floor_divide(input, other, out=out)
    if rounding_mode == 'trunc':
        return _trunc_divide(input, other, out)
    raise RuntimeError(f"div expected rounding_mode to be one of None, 'trunc', or 'floor' but "
                       f"found '{rounding_mode}'")


def _trunc_divide(input, other, out):
    refuse_out(out)
    a, b = promoted(input, other)
    quotient = onnx.Div(a, b)  # of integers: rounds to zero, as C does
    if not quotient.dtype.is_floating_point:
        return quotient
    return onnx.Where(onnx.Less(quotient, 0.0), onnx.Ceil(quotient), onnx.Floor(quotient))


def floor_divide(input, other, *, out=None):
    """Python's `//`. For floats torch rounds (a - fmod(a, b)) / b, which differs from
    floor(a / b) where a / b rounds up to an integer: 1.0 // 0.1 is 9."""
    refuse_out(out)
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        raise RuntimeError('"div_floor" not implemented for \'Bool\'')
    if not dtype.is_floating_point:
        if dtype == dtypes.uint8:
            return onnx.Div(a, b)
        return onnx.Div(onnx.Sub(a, onnx.Mod(a, b)), b)
    rest = onnx.Mod(a, b, fmod=1)
    quotient = onnx.Div(onnx.Sub(a, rest), b)
    lower = onnx.Where(_opposite_sign(rest, b), onnx.Sub(quotient, 1.0), quotient)
    whole = onnx.Floor(lower)
    close = onnx.Greater(onnx.Sub(lower, whole), 0.5)
    result = onnx.Where(close, onnx.Add(whole, 1.0), whole)
    if not is_tensor(b) and b != 0:
        return result
    return onnx.Where(onnx.Equal(b, 0.0), onnx.Div(a, b), result)


def _opposite_sign(rest, divisor):
    """Where a remainder is not zero and its sign is not the divisor's."""
    if not is_tensor(divisor):
        return onnx.Less(rest, 0.0) if divisor > 0 else onnx.Greater(rest, 0.0)
    differs = onnx.Xor(onnx.Less(rest, 0.0), onnx.Less(divisor, 0.0))
    return onnx.And(differs, onnx.Not(onnx.Equal(rest, 0.0)))


def remainder(input, other, *, out=None):
    """Python's `%`: the sign is the divisor's."""
    refuse_out(out)
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if not dtype.is_floating_point:
        return onnx.Mod(a, b)
    rest = onnx.Mod(a, b, fmod=1)
    return onnx.Where(_opposite_sign(rest, b), onnx.Add(rest, b), rest)


def fmod(input, other, *, out=None):
    """C's fmod: the sign is the dividend's."""
    refuse_out(out)
    a, b = promoted(input, other)
    return onnx.Mod(a, b, fmod=1)


def pow(input, exponent, *, out=None):
    refuse_out(out)
    a, b = promoted(input, exponent)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        a, b, dtype = cast(a, dtypes.uint8), cast(b, dtypes.uint8), dtypes.uint8
    if is_tensor(b) or not _native.known(b):
        return _general_power(a, b, dtype)
    if b == 1:
        return copy(a)
    if b == 2:
        return onnx.Mul(a, a)
    if not dtype.is_floating_point:
        if b < 0:
            raise RuntimeError('Integers to negative integer powers are not allowed.')
        return _general_power(a, b, dtype)
    if b == 0.5:
        return onnx.Sqrt(a)
    if b == -1:
        return onnx.Reciprocal(a)
    return onnx.Pow(a, b)


def _general_power(a, b, dtype):
    """ONNX's Pow has no integers narrower than 32 bits."""
    if dtype in (dtypes.uint8, dtypes.int8, dtypes.int16):
        wide = onnx.Pow(cast(a, dtypes.int32), cast(b, dtypes.int32))
        return onnx.Cast(wide, to=dtype)
    return onnx.Pow(a, b)


def float_power(input, exponent, *, out=None):
    refuse_out(out)
    return onnx.Pow(cast(input, dtypes.float64), cast(exponent, dtypes.float64))


def maximum(input, other, *, out=None):
    refuse_out(out)
    check_tensor(other, 'other')
    return _extreme(input, other, onnx.Max, onnx.Or)


def minimum(input, other, *, out=None):
    refuse_out(out)
    check_tensor(other, 'other')
    return _extreme(input, other, onnx.Min, onnx.And)


def _extreme(input, other, op, bool_op):
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        return bool_op(a, b)
    return op(a, b)


def fmax(input, other, *, out=None):
    refuse_out(out)
    return _ignoring_nan(input, other, onnx.Max)


def fmin(input, other, *, out=None):
    refuse_out(out)
    return _ignoring_nan(input, other, onnx.Min)


def _ignoring_nan(input, other, op):
    a, b = promoted(input, other)
    if not a.dtype.is_floating_point:
        return op(a, b)
    both = op(a, b)
    return onnx.Where(onnx.IsNaN(a), b, onnx.Where(onnx.IsNaN(b), a, both))


def clamp(input, min=None, max=None, *, out=None):
    refuse_out(out)
    if min is None and max is None:
        raise RuntimeError("torch.clamp: At least one of 'min' or 'max' must not be None")
    bounds = [bound for bound in (min, max) if bound is not None]
    dtype = input.dtype
    for bound in bounds:
        dtype = _native.promote_dtypes(dtype, _native.promote(input, bound))
    if dtype == dtypes.bool:
        raise RuntimeError('"clamp" not implemented for \'Bool\'')
    x = cast(input, dtype)
    low = None if min is None else cast(min, dtype)
    high = None if max is None else cast(max, dtype)
    if (is_tensor(low) and low.ndim > 0) or (is_tensor(high) and high.ndim > 0):
        if low is not None:
            x = onnx.Max(x, low)
        return x if high is None else onnx.Min(x, high)
    return onnx.Clip(x, low, high)


def clamp_min(input, min, *, out=None):
    return clamp(input, min, out=out)


def clamp_max(input, max, *, out=None):
    return clamp(input, None, max, out=out)


def lerp(input, end, weight, *, out=None):
    refuse_out(out)
    weight = cast(weight, input.dtype)
    return onnx.Add(input, onnx.Mul(weight, onnx.Sub(end, input)))


def addcmul(input, tensor1, tensor2, *, value=1, out=None):
    return add(input, mul(tensor1, tensor2), alpha=value, out=out)


def addcdiv(input, tensor1, tensor2, *, value=1, out=None):
    return add(input, true_divide(tensor1, tensor2), alpha=value, out=out)


def atan2(input, other, *, out=None):
    """atan(a / b) moved to the right quadrant; the axes and the origin as C's atan2, but for
    the sign of a zero, which the comparison cannot see."""
    refuse_out(out)
    dtype = _native.promote(input, other)
    if not dtype.is_floating_point:
        dtype = dtypes.float32
    a, b = cast(input, dtype), cast(other, dtype)
    pi = 3.141592653589793
    zero_b = onnx.Equal(b, 0.0)
    base = onnx.Atan(onnx.Div(a, onnx.Where(zero_b, 1.0, b)))
    turn = onnx.Where(onnx.Less(a, 0.0), onnx.Sub(base, pi), onnx.Add(base, pi))
    side = onnx.Where(onnx.Less(b, 0.0), turn, base)
    return onnx.Where(zero_b, onnx.Mul(onnx.Sign(a), pi / 2), side)


def hypot(input, other, *, out=None):
    refuse_out(out)
    a, b = promoted(input, other)
    return onnx.Sqrt(onnx.Add(onnx.Mul(a, a), onnx.Mul(b, b)))


def copysign(input, other, *, out=None):
    return _native.refuse('`copysign` sees the sign of zero, which ONNX comparisons do not')


def xlogy(input, other, *, out=None):
    refuse_out(out)
    dtype = _native.promote(input, other)
    if not dtype.is_floating_point:
        dtype = dtypes.float32
    a, b = cast(input, dtype), cast(other, dtype)
    if not is_tensor(b):
        b = _native.constant(b, dtype)
    value = onnx.Where(onnx.Equal(a, 0.0), 0.0, onnx.Mul(a, onnx.Log(b)))
    return onnx.Where(onnx.IsNaN(b), b, value)


def logaddexp(input, other, *, out=None):
    """log(e^a + e^b) by the larger of the two, so that it does not overflow."""
    refuse_out(out)
    a, b = promoted(input, other)
    high = onnx.Max(a, b)
    gap = onnx.Neg(onnx.Abs(onnx.Sub(a, b)))
    value = onnx.Add(high, onnx.Log(onnx.Add(onnx.Exp(gap), 1.0)))
    return onnx.Where(onnx.IsInf(high), high, value)


subtract = sub
multiply = mul
divide = div
clip = clamp
arctan2 = atan2

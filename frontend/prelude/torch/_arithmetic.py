"""Arithmetic of two operands, broadcast and promoted as torch does."""
import _native
import onnx
from . import _kernels as kernels
from ._complex import ComplexTensor
from ._errors import dtype_error
from ._support import (cast, check_tensor, common_dtype, copy, dtypes, is_tensor, known, promoted,
                       refuse_out, tensor_of)

__module__ = 'torch'


def _scaled(other, alpha, dtype):
    """alpha * other, without a node where alpha is 1."""
    if not is_tensor(alpha) and known(alpha):
        if alpha == 1:
            return other
        if isinstance(alpha, float) and not dtype.is_floating_point:
            raise dtype_error('For integral input tensors, argument alpha must not be a floating '
                              'point number.')
    if is_tensor(other):
        return kernels.Mul(other, cast(alpha, dtype))
    return other * alpha


def add(input, other, *, alpha=1, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * alpha + input
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    return kernels.Add(a, _scaled(b, alpha, dtype))


def sub(input, other, *, alpha=1, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * -alpha + input
    a, b = promoted(input, other)
    dtype = a.dtype if is_tensor(a) else b.dtype
    if dtype == dtypes.bool:
        raise dtype_error('Subtraction, the `-` operator, with two bool tensors is not supported.'
                          ' Use the `^` or `logical_xor()` operator instead.')
    return onnx.Sub(a, _scaled(b, alpha, dtype))


def rsub(input, other, *, alpha=1):
    return sub(other, input, alpha=alpha)


def mul(input, other, *, out=None):
    refuse_out(out)
    if isinstance(other, ComplexTensor):
        return other * input
    return kernels.Mul(*promoted(input, other))


def _floating_dtype(a, b):
    """The dtype of a function of two numbers whose result is floating point."""
    dtype = common_dtype(a, b)
    return dtype if dtype.is_floating_point else dtypes.float32


def true_divide(input, other, *, out=None):
    refuse_out(out)
    dtype = _floating_dtype(input, other)
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
        raise dtype_error('"div_floor" not implemented for \'Bool\'')
    if not dtype.is_floating_point:
        if dtype == dtypes.uint8:
            return onnx.Div(a, b)
        if dtype in kernels.SMALL:  # the difference below may be as large as a - b
            a, b = cast(a, dtypes.int32), cast(b, dtypes.int32)
        return cast(onnx.Div(onnx.Sub(a, onnx.Mod(a, b)), b), dtype)
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
    if not dtype.is_floating_point:
        return _integer_power(a, b, dtype)
    if is_tensor(b) or not known(b):
        return onnx.Pow(a, b)
    if b == 1:
        return copy(a)
    if b == 2:
        return onnx.Mul(a, a)
    if b == 0.5:
        return onnx.Sqrt(a)
    if b == -1:
        return onnx.Reciprocal(a)
    return onnx.Pow(a, b)


def _integer_power(a, b, dtype):
    """By squaring: ONNX Runtime's Pow goes by way of doubles, which hold no large integers. A
    negative exponent leaves what 1 and -1 give. An overflow by an exponent past 63 is not wrapped
    as torch does it."""
    if not is_tensor(b) and known(b):
        if b < 0:
            raise dtype_error('Integers to negative integer powers are not allowed.')
        return _known_power(a, b)
    if not is_tensor(a) and known(a) and a in (2, 10) and dtype in (dtypes.int32, dtypes.int64):
        # Doubles hold all powers of these that fit.
        return onnx.Where(onnx.Less(b, 0), 0, onnx.Pow(a, b))
    a, b = tensor_of(a, dtype), tensor_of(b, dtype)
    rest = onnx.Abs(b)
    rest = kernels.Where(onnx.Less(rest, 64), rest, onnx.Add(onnx.Mod(rest, 2), 62))
    one = tensor_of(1, dtype)
    result, factor = one, a
    for _ in range(6):
        odd = onnx.Equal(onnx.Mod(rest, 2), one)
        result = onnx.Mul(result, kernels.Where(odd, factor, one))
        rest = onnx.Div(rest, 2)
        factor = onnx.Mul(factor, factor)
    if not dtype.is_signed:
        return result
    lost = onnx.And(onnx.Less(b, 0), onnx.Not(onnx.Equal(onnx.Abs(a), 1)))
    return kernels.Where(lost, tensor_of(0, dtype), result)


def _known_power(a, n):
    if n == 0:
        return onnx.Add(onnx.Mul(a, 0), 1)
    result = None
    while n > 0:
        if n % 2 == 1:
            result = a if result is None else onnx.Mul(result, a)
        n = n // 2
        if n > 0:
            a = onnx.Mul(a, a)
    return copy(result) if result is a else result


def float_power(input, exponent, *, out=None):
    refuse_out(out)
    return onnx.Pow(cast(input, dtypes.float64), cast(exponent, dtypes.float64))


def maximum(input, other, *, out=None):
    refuse_out(out)
    check_tensor(other, 'other')
    return kernels.Max(*promoted(input, other))


def minimum(input, other, *, out=None):
    refuse_out(out)
    check_tensor(other, 'other')
    return kernels.Min(*promoted(input, other))


def fmax(input, other, *, out=None):
    refuse_out(out)
    return _ignoring_nan(input, other, kernels.Max)


def fmin(input, other, *, out=None):
    refuse_out(out)
    return _ignoring_nan(input, other, kernels.Min)


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
    if dtype == dtypes.bool and (len(bounds) > 1 or not is_tensor(bounds[0])):
        raise dtype_error('"clamp" not implemented for \'Bool\'')
    x = cast(input, dtype)
    low = None if min is None else cast(min, dtype)
    high = None if max is None else cast(max, dtype)
    if dtype != dtypes.bool and not (is_tensor(low) and low.ndim > 0) and \
            not (is_tensor(high) and high.ndim > 0):
        return kernels.Clip(x, low, high)
    if low is not None:
        x = kernels.Max(x, low)
    return x if high is None else kernels.Min(x, high)


def clamp_min(input, min, *, out=None):
    return clamp(input, min, out=out)


def clamp_max(input, max, *, out=None):
    return clamp(input, None, max, out=out)


def lerp(input, end, weight, *, out=None):
    """From the nearer end, as torch does, so that both ends are exact."""
    refuse_out(out)
    weight = cast(weight, input.dtype)
    gap = onnx.Sub(end, input)
    if not is_tensor(weight) and weight >= 0.5:
        return onnx.Sub(end, onnx.Mul(gap, 1.0 - weight))
    near = onnx.Add(input, onnx.Mul(weight, gap))
    if not is_tensor(weight):
        return near
    far = onnx.Sub(end, onnx.Mul(gap, onnx.Sub(1.0, weight)))
    return onnx.Where(onnx.Less(weight, 0.5), near, far)


def addcmul(input, tensor1, tensor2, *, value=1, out=None):
    product = mul(tensor1, tensor2)
    if isinstance(value, float) and known(value) and \
            not _native.promote(input, product).is_floating_point:
        value = int(value)
    return add(input, product, alpha=value, out=out)


def addcdiv(input, tensor1, tensor2, *, value=1, out=None):
    return add(input, true_divide(tensor1, tensor2), alpha=value, out=out)


def sign_bit(input):
    """Where a number is negative, or the negative zero, which only its reciprocal shows."""
    return onnx.Or(onnx.Less(input, 0.0), onnx.Less(onnx.Reciprocal(input), 0.0))


def atan2(input, other, *, out=None):
    """atan(a / b) moved to the right quadrant; the axes, zeros and infinities as C's atan2."""
    refuse_out(out)
    dtype = _floating_dtype(input, other)
    a, b = tensor_of(input, dtype), tensor_of(other, dtype)
    zeros = onnx.And(onnx.Equal(a, 0.0), onnx.Equal(b, 0.0))
    ratio = onnx.Where(zeros, a, onnx.Div(a, b))
    ratio = onnx.Where(onnx.And(onnx.IsInf(a), onnx.IsInf(b)),
                       onnx.Mul(onnx.Sign(a), onnx.Sign(b)), ratio)
    pi = 3.141592653589793
    turn = onnx.Where(sign_bit(a), _native.constant(-pi, dtype), pi)
    base = onnx.Where(zeros, a, onnx.Atan(ratio))
    return onnx.Where(sign_bit(b), onnx.Add(base, turn), base)


def hypot(input, other, *, out=None):
    """By the larger of the two, so that no square overflows; infinite if one is."""
    refuse_out(out)
    a, b = promoted(input, other)
    a, b = onnx.Abs(a), onnx.Abs(b)
    large, small = onnx.Max(a, b), onnx.Min(a, b)
    ratio = onnx.Div(small, onnx.Where(onnx.Equal(large, 0.0), 1.0, large))
    length = onnx.Mul(large, onnx.Sqrt(onnx.Add(onnx.Mul(ratio, ratio), 1.0)))
    endless = onnx.Or(onnx.IsInf(a), onnx.IsInf(b))
    return onnx.Where(endless, float('inf'), length)


def copysign(input, other, *, out=None):
    """The size of one with the sign of the other, which may be the negative zero's."""
    refuse_out(out)
    dtype = _floating_dtype(input, other)
    size = onnx.Abs(tensor_of(input, dtype))
    if not is_tensor(other):
        other = _native.constant(other, dtype)
    negative = sign_bit(other) if other.dtype.is_floating_point else \
        sign_bit(onnx.Cast(other, to=dtype))
    # A product, because Where of ONNX Runtime gives no negative zero.
    return onnx.Mul(size, onnx.Where(negative, _native.constant(-1.0, dtype), 1.0))


def xlogy(input, other, *, out=None):
    refuse_out(out)
    dtype = _floating_dtype(input, other)
    a, b = tensor_of(input, dtype), tensor_of(other, dtype)
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

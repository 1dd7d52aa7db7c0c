"""Functions of one tensor, element by element."""
import _native
import onnx
from . import _kernels as kernels
from ._complex import ComplexTensor
from ._errors import dtype_error
from ._support import copy, dtypes, floating, refuse_out, check_tensor, cast

__module__ = 'torch'


def exp(input, *, out=None):
    if isinstance(input, ComplexTensor):
        return input.exp()
    return onnx.Exp(floating(input, out))


def expm1(input, *, out=None):
    """exp(x) - 1, by tanh(x / 2) where x is small: exp(x) - 1 loses the digits there."""
    x = floating(input, out)
    half = onnx.Tanh(onnx.Mul(x, 0.5))
    small = onnx.Div(onnx.Mul(half, 2.0), onnx.Sub(1.0, half))
    return onnx.Where(onnx.Less(onnx.Abs(x), 0.5), small, onnx.Sub(onnx.Exp(x), 1.0))


def exp2(input, *, out=None):
    return onnx.Pow(2.0, floating(input, out))


def log(input, *, out=None):
    return onnx.Log(floating(input, out))


def log2(input, *, out=None):
    return onnx.Div(onnx.Log(floating(input, out)), 0.6931471805599453)


def log10(input, *, out=None):
    return onnx.Div(onnx.Log(floating(input, out)), 2.302585092994046)


def log1p(input, *, out=None):
    """log(1 + x), corrected for the digits that 1 + x loses (Kahan)."""
    x = floating(input, out)
    u = onnx.Add(x, 1.0)
    tiny = onnx.Equal(u, 1.0)
    divisor = onnx.Where(tiny, 1.0, onnx.Sub(u, 1.0))
    corrected = onnx.Mul(onnx.Log(u), onnx.Div(x, divisor))
    finite = onnx.Where(onnx.IsInf(u, detect_negative=0), u, corrected)
    return onnx.Where(tiny, x, finite)


def sqrt(input, *, out=None):
    return onnx.Sqrt(floating(input, out))


def rsqrt(input, *, out=None):
    return onnx.Reciprocal(onnx.Sqrt(floating(input, out)))


def reciprocal(input, *, out=None):
    return onnx.Reciprocal(floating(input, out))


def sin(input, *, out=None):
    return onnx.Sin(floating(input, out))


def sinc(input, *, out=None):
    """sin(pi x) / (pi x), and 1 at 0."""
    x = floating(input, out)
    angle = onnx.Mul(x, 3.141592653589793)
    return onnx.Where(onnx.Equal(x, 0.0), 1.0, onnx.Div(onnx.Sin(angle), angle))


def cos(input, *, out=None):
    return onnx.Cos(floating(input, out))


def tan(input, *, out=None):
    return onnx.Tan(floating(input, out))


def asin(input, *, out=None):
    return onnx.Asin(floating(input, out))


def acos(input, *, out=None):
    return onnx.Acos(floating(input, out))


def atan(input, *, out=None):
    return onnx.Atan(floating(input, out))


def sinh(input, *, out=None):
    return onnx.Sinh(floating(input, out))


def cosh(input, *, out=None):
    return onnx.Cosh(floating(input, out))


def asinh(input, *, out=None):
    return onnx.Asinh(floating(input, out))


def acosh(input, *, out=None):
    return onnx.Acosh(floating(input, out))


def atanh(input, *, out=None):
    return onnx.Atanh(floating(input, out))


def tanh(input, *, out=None):
    return onnx.Tanh(floating(input, out))


def sigmoid(input, *, out=None):
    return onnx.Sigmoid(floating(input, out))


def erf(input, *, out=None):
    return onnx.Erf(floating(input, out))


def erfc(input, *, out=None):
    return onnx.Sub(1.0, onnx.Erf(floating(input, out)))


def _polynomial(x, coefficients):
    """By Horner's rule, the highest power first."""
    value = coefficients[0]
    for coefficient in coefficients[1:]:
        value = onnx.Add(onnx.Mul(value, x), coefficient)
    return value


def erfinv(input, *, out=None):
    """Giles' approximation for float32 in w = -log(1 - x²), one polynomial for the middle and one
    for the tails; float64 takes two of Newton's steps from there."""
    x = floating(input, out)
    drawn = _native.random_like(x)
    if drawn is not None:
        return drawn  # as `trunc_normal_` makes them: nobody reads these numbers
    exact = x.dtype == dtypes.float64
    if not exact and x.dtype != dtypes.float32:
        return onnx.Cast(erfinv(onnx.Cast(x, to=dtypes.float32)), to=x.dtype)
    w = onnx.Neg(onnx.Log(onnx.Mul(onnx.Sub(1.0, x), onnx.Add(x, 1.0))))
    middle = _polynomial(onnx.Sub(w, 2.5), (
        2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087,
        -0.00125372503, -0.00417768164, 0.246640727, 1.50140941))
    tail = _polynomial(onnx.Sub(onnx.Sqrt(w), 3.0), (
        -0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773,
        -0.0076224613, 0.00943887047, 1.00167406, 2.83297682))
    y = onnx.Mul(onnx.Where(onnx.Less(w, 5.0), middle, tail), x)
    for _ in range(2 if exact else 0):
        slope = onnx.Mul(onnx.Exp(onnx.Neg(onnx.Mul(y, y))), 1.1283791670955126)
        y = onnx.Sub(y, onnx.Div(onnx.Sub(onnx.Erf(y), x), slope))
    return onnx.Where(onnx.Equal(onnx.Abs(x), 1.0), onnx.Div(x, 0.0), y)


def logit(input, eps=None, *, out=None):
    x = floating(input, out)
    if eps is not None:
        x = onnx.Clip(x, eps, 1.0 - eps)
    return onnx.Log(onnx.Div(x, onnx.Sub(1.0, x)))


def relu(input):
    check_tensor(input)
    if input.dtype == dtypes.bool:
        raise dtype_error('Boolean inputs not supported for relu')
    return kernels.Relu(input)


def abs(input, *, out=None):
    refuse_out(out)
    if isinstance(input, ComplexTensor):
        return input.abs()
    check_tensor(input)
    if input.dtype == dtypes.bool:
        raise dtype_error('"abs_cpu" not implemented for \'Bool\'')
    return onnx.Abs(input)


def neg(input, *, out=None):
    refuse_out(out)
    if input.dtype == dtypes.bool:
        raise dtype_error('Negation, the `-` operator, on a bool tensor is not supported. If you '
                          'are trying to invert a mask, use the `~` or `logical_not()` operator '
                          'instead.')
    return kernels.Neg(input)


def positive(input):
    if input.dtype == dtypes.bool:
        raise dtype_error('The `+` operator, on a bool tensor is not supported.')
    return input


def sign(input, *, out=None):
    """Of NaN, 0."""
    refuse_out(out)
    if input.dtype == dtypes.bool:
        return copy(input)
    if not input.dtype.is_floating_point:
        return onnx.Sign(input)
    return onnx.Where(onnx.IsNaN(input), 0.0, onnx.Sign(input))


def _integral(input, out):
    """For a rounding function: what an integer tensor gives, or None."""
    refuse_out(out)
    check_tensor(input)
    if input.dtype.is_floating_point:
        return None
    if input.dtype == dtypes.bool:
        raise dtype_error('"rounding" not implemented for \'Bool\'')
    return copy(input)


def floor(input, *, out=None):
    same = _integral(input, out)
    return onnx.Floor(input) if same is None else same


def ceil(input, *, out=None):
    same = _integral(input, out)
    return onnx.Ceil(input) if same is None else same


def round(input, *, decimals=0, out=None):
    """Half to even, as ONNX's Round."""
    same = _integral(input, out)
    if same is not None:
        if decimals != 0:
            raise dtype_error('"round_cpu" not implemented for integers with decimals')
        return same
    if decimals == 0:
        return onnx.Round(input)
    scale = float(10 ** (decimals if decimals > 0 else -decimals))
    if decimals > 0:
        return onnx.Div(onnx.Round(onnx.Mul(input, scale)), scale)
    return onnx.Mul(onnx.Round(onnx.Div(input, scale)), scale)


def trunc(input, *, out=None):
    same = _integral(input, out)
    if same is not None:
        return same
    return onnx.Where(onnx.Less(input, 0.0), onnx.Ceil(input), onnx.Floor(input))


def frac(input, *, out=None):
    refuse_out(out)
    return onnx.Sub(input, trunc(input))


def square(input, *, out=None):
    refuse_out(out)
    if input.dtype == dtypes.bool:
        input = onnx.Cast(input, to=dtypes.int64)
    return onnx.Mul(input, input)


def deg2rad(input, *, out=None):
    return onnx.Mul(floating(input, out), 0.017453292519943295)


def rad2deg(input, *, out=None):
    return onnx.Mul(floating(input, out), 57.29577951308232)


def isnan(input):
    if not input.dtype.is_floating_point:
        return onnx.Not(onnx.Equal(input, input))
    return onnx.IsNaN(input)


def isinf(input):
    if not input.dtype.is_floating_point:
        return onnx.Not(onnx.Equal(input, input))
    return onnx.IsInf(input)


def isposinf(input, *, out=None):
    return onnx.IsInf(floating(input, out), detect_negative=0)


def isneginf(input, *, out=None):
    return onnx.IsInf(floating(input, out), detect_positive=0)


def isfinite(input):
    """x - x is 0 for a finite number and NaN otherwise."""
    if not input.dtype.is_floating_point:
        return onnx.Equal(input, input)
    return onnx.Equal(onnx.Sub(input, input), 0.0)


def nan_to_num(input, nan=None, posinf=None, neginf=None, *, out=None):
    refuse_out(out)
    if not input.dtype.is_floating_point:
        return copy(input)
    from ._info import finfo
    limits = finfo(input.dtype)
    high = limits.max if posinf is None else posinf
    low = limits.min if neginf is None else neginf
    x = onnx.Where(onnx.IsNaN(input), 0.0 if nan is None else nan, input)
    x = onnx.Where(onnx.IsInf(x, detect_negative=0), high, x)
    return onnx.Where(onnx.IsInf(x, detect_positive=0), low, x)


def logical_not(input, *, out=None):
    refuse_out(out)
    return onnx.Not(cast(input, dtypes.bool))


def bitwise_not(input, *, out=None):
    refuse_out(out)
    if input.dtype == dtypes.bool:
        return onnx.Not(input)
    if input.dtype.is_floating_point:
        raise dtype_error('~ (operator.invert) is only implemented on integer and Boolean-type '
                          'tensors', TypeError)
    if input.dtype == dtypes.uint8:
        return onnx.Sub(255, input)
    return onnx.Sub(-1, input)


absolute = abs
negative = neg
sgn = sign
fix = trunc
arcsin = asin
arccos = acos
arctan = atan
arcsinh = asinh
arccosh = acosh
arctanh = atanh

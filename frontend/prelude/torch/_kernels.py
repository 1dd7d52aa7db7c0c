"""Operators of ONNX for every dtype that torch takes there. Where the standard, or ONNX Runtime, has
no form for a dtype, the operands go by way of a wider one and the result comes back; all others
pass straight through. Integers wrap the same way on both roads.

https://onnxruntime.ai/docs/reference/operators/OperatorKernels.html
"""
import _native
import onnx
from ._support import cast, dtypes, is_tensor, tensor_of

SMALL = (dtypes.uint8, dtypes.int8, dtypes.int16)


def _dtype_of(values):
    for value in values:
        if is_tensor(value):
            return value.dtype
    return None


def _by_way_of(wide, op, values, **attributes):
    """op of the values in the dtype `wide`, back in the dtype of the first tensor among them."""
    dtype = _dtype_of(values)
    widened = [None if value is None else cast(value, wide) for value in values]
    return onnx.Cast(op(*widened, **attributes), to=dtype)


def Where(condition, X, Y):
    """ONNX Runtime chooses among no bools and no int16."""
    dtype = _dtype_of((X, Y))
    if dtype == dtypes.bool:
        return onnx.Or(onnx.And(condition, X), onnx.And(onnx.Not(condition), Y))
    if dtype == dtypes.int16:
        return onnx.Cast(onnx.Where(condition, cast(X, dtypes.int32), cast(Y, dtypes.int32)),
                         to=dtype)
    return onnx.Where(condition, X, Y)


def Max(A, B):
    dtype = _dtype_of((A, B))
    if dtype == dtypes.bool:
        return onnx.Or(A, B)
    return _by_way_of(dtypes.int32, onnx.Max, (A, B)) if dtype == dtypes.int16 else onnx.Max(A, B)


def Min(A, B):
    dtype = _dtype_of((A, B))
    if dtype == dtypes.bool:
        return onnx.And(A, B)
    return _by_way_of(dtypes.int32, onnx.Min, (A, B)) if dtype == dtypes.int16 else onnx.Min(A, B)


def Mul(A, B):
    return onnx.And(A, B) if _dtype_of((A, B)) == dtypes.bool else onnx.Mul(A, B)


def Add(A, B):
    return onnx.Or(A, B) if _dtype_of((A, B)) == dtypes.bool else onnx.Add(A, B)


def Clip(input, low=None, high=None):
    """With one bound, Max or Min: ONNX's default for the other is finite."""
    if low is None or high is None:
        return Max(input, low) if high is None else Min(input, high)
    if input.dtype == dtypes.int16:
        return _by_way_of(dtypes.int32, onnx.Clip, (input, low, high))
    return onnx.Clip(input, low, high)


def Relu(X):
    """Of integers, the larger of each and 0."""
    if X.dtype.is_floating_point:
        return onnx.Relu(X)
    return onnx.Identity(X) if X.dtype == dtypes.uint8 else Max(X, 0)


# Of doubles, ONNX Runtime has some activations only in parts.

def LeakyRelu(X, *, alpha):
    if X.dtype == dtypes.float64:
        return onnx.Where(onnx.Less(X, 0.0), onnx.Mul(X, alpha), X)
    return onnx.LeakyRelu(X, alpha=alpha)


def PRelu(X, slope):
    if X.dtype == dtypes.float64:
        return onnx.Where(onnx.Less(X, 0.0), onnx.Mul(X, slope), X)
    return onnx.PRelu(X, slope)


def Elu(X, *, alpha=1.0):
    if X.dtype == dtypes.float64:
        below = onnx.Sub(onnx.Exp(onnx.Min(X, 0.0)), 1.0)
        return onnx.Where(onnx.Greater(X, 0.0), X, onnx.Mul(below, alpha))
    return onnx.Elu(X, alpha=alpha)


def HardSigmoid(X, *, alpha, beta):
    if X.dtype == dtypes.float64:
        return onnx.Clip(onnx.Add(onnx.Mul(X, alpha), beta), 0.0, 1.0)
    return onnx.HardSigmoid(X, alpha=alpha, beta=beta)


def Softplus(X):
    if X.dtype == dtypes.float64:
        from ._pointwise import log1p
        return onnx.Add(onnx.Max(X, 0.0), log1p(onnx.Exp(onnx.Neg(onnx.Abs(X)))))
    return onnx.Softplus(X)


def Mish(X):
    if X.dtype == dtypes.float64:
        return onnx.Mul(X, onnx.Tanh(Softplus(X)))
    return onnx.Mish(X)


def HardSwish(X):
    if X.dtype == dtypes.float64:
        return onnx.Mul(X, HardSigmoid(X, alpha=1 / 6, beta=0.5))
    return onnx.HardSwish(X)


def Selu(X):
    if X.dtype == dtypes.float64:
        return onnx.Mul(Elu(X, alpha=1.6732632423543772848), 1.0507009873554804934)
    return onnx.Selu(X)


def Neg(X):
    return onnx.Sub(0, X) if X.dtype == dtypes.uint8 else onnx.Neg(X)


def MatMul(A, B):
    if A.dtype in SMALL:
        return _by_way_of(dtypes.int32, onnx.MatMul, (A, B))
    return onnx.MatMul(A, B)


def Einsum(*Inputs, equation):
    if Inputs[0].dtype in SMALL:
        return _by_way_of(dtypes.int32, onnx.Einsum, Inputs, equation=equation)
    return onnx.Einsum(*Inputs, equation=equation)


def Pow(X, Y):
    if _dtype_of((X, Y)) in SMALL:
        return _by_way_of(dtypes.int32, onnx.Pow, (X, Y))
    return onnx.Pow(X, Y)


def CumSum(x, axis):
    if x.dtype in SMALL:
        return _by_way_of(dtypes.int32, lambda wide: onnx.CumSum(wide, axis), (x,))
    return onnx.CumSum(x, axis)


def _reduced(op, data, axes, keepdims, narrow):
    if data.dtype in narrow:
        return _by_way_of(dtypes.int32, lambda wide: op(wide, axes, keepdims=keepdims), (data,))
    return op(data, axes, keepdims=keepdims)


def ReduceSum(data, axes=None, *, keepdims=1):
    return _reduced(onnx.ReduceSum, data, axes, keepdims, SMALL)


def ReduceProd(data, axes=None, *, keepdims=1):
    return _reduced(onnx.ReduceProd, data, axes, keepdims, SMALL)


def ReduceMax(data, axes=None, *, keepdims=1):
    """NaN wins, as in torch, where ONNX leaves it open: minus the sum of absolute values is never
    above the largest element, and NaN if one element is."""
    top = _reduced(onnx.ReduceMax, data, axes, keepdims, (dtypes.bool, dtypes.int16))
    if not data.dtype.is_floating_point:
        return top
    return onnx.Max(top, onnx.Neg(onnx.ReduceL1(data, axes, keepdims=keepdims)))


def ReduceMin(data, axes=None, *, keepdims=1):
    low = _reduced(onnx.ReduceMin, data, axes, keepdims, (dtypes.bool, dtypes.int16))
    if not data.dtype.is_floating_point:
        return low
    return onnx.Min(low, onnx.ReduceL1(data, axes, keepdims=keepdims))


def _indexable(data):
    """For ArgMax and ArgMin, which give indices whatever the dtype."""
    return cast(data, dtypes.int32) if data.dtype in (dtypes.bool, dtypes.int16) else data


def _extreme(op, data, axis, keepdims):
    """The first NaN wins, as in torch, where ONNX leaves it open."""
    place = op(_indexable(data), axis=axis, keepdims=keepdims)
    if not data.dtype.is_floating_point:
        return place
    missing = onnx.Cast(onnx.IsNaN(data), to=dtypes.int32)
    some = onnx.Cast(onnx.ReduceMax(missing, [axis], keepdims=keepdims), to=dtypes.bool)
    return onnx.Where(some, onnx.ArgMax(missing, axis=axis, keepdims=keepdims), place)


def ArgMax(data, *, axis=0, keepdims=1):
    return _extreme(onnx.ArgMax, data, axis, keepdims)


def ArgMin(data, *, axis=0, keepdims=1):
    return _extreme(onnx.ArgMin, data, axis, keepdims)


def Pad(data, pads, constant_value=None, *, mode='constant'):
    if data.dtype == dtypes.int16:
        value = None if constant_value is None else cast(constant_value, dtypes.int32)
        return onnx.Cast(onnx.Pad(cast(data, dtypes.int32), pads, value, mode=mode),
                         to=data.dtype)
    return onnx.Pad(data, pads, constant_value, mode=mode)


def Trilu(input, k=0, *, upper=1):
    if input.dtype in SMALL or input.dtype == dtypes.bool:
        return onnx.Cast(onnx.Trilu(cast(input, dtypes.int32), k, upper=upper), to=input.dtype)
    return onnx.Trilu(input, k, upper=upper)


_REDUCED_AS = {dtypes.float16: dtypes.float32, dtypes.bool: dtypes.int32}


def ScatterElements(data, indices, updates, *, axis=0, reduction='none'):
    """Half floats are added up in single precision; bools have no extremes."""
    wide = _REDUCED_AS.get(data.dtype)
    if reduction != 'none' and wide is not None:
        return onnx.Cast(onnx.ScatterElements(
            cast(data, wide), indices, cast(updates, wide), axis=axis, reduction=reduction),
            to=data.dtype)
    return onnx.ScatterElements(data, indices, updates, axis=axis, reduction=reduction)


def ScatterND(data, indices, updates, *, reduction='none'):
    if reduction != 'none' and data.dtype == dtypes.float16:
        return onnx.Cast(onnx.ScatterND(
            cast(data, dtypes.float32), indices, cast(updates, dtypes.float32),
            reduction=reduction), to=data.dtype)
    return onnx.ScatterND(data, indices, updates, reduction=reduction)

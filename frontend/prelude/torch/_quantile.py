"""quantile and nanquantile."""
import _native
import onnx
from ._search import top
from ._support import axis_of, dtypes, is_tensor, known, refuse_out, tensor_of

__module__ = 'torch'


def quantile(input, q, dim=None, keepdim=False, *, interpolation='linear', out=None):
    """Between the two sorted elements beside q of the way; NaN where there is one."""
    refuse_out(out)
    return _quantile(input, q, dim, keepdim, interpolation, False)


def nanquantile(input, q, dim=None, keepdim=False, *, interpolation='linear', out=None):
    """The same of the elements that are no NaN."""
    refuse_out(out)
    return _quantile(input, q, dim, keepdim, interpolation, True)


def _quantile(input, q, dim, keepdim, interpolation, skip):
    dtype = input.dtype
    if dtype not in (dtypes.float32, dtypes.float64):
        raise RuntimeError('quantile() input tensor must be either float or double dtype')
    if interpolation not in ('linear', 'lower', 'higher', 'midpoint', 'nearest'):
        raise RuntimeError('quantile() interpolation must be one of linear, lower, higher, '
                           f'midpoint or nearest, but got {interpolation}')
    if not is_tensor(q):
        if known(q) and not 0 <= q <= 1:
            raise RuntimeError(f'quantile() q must be in the range [0, 1] but got {q}')
        q = tensor_of(q, dtype)
    if q.dtype != dtype:
        raise RuntimeError('quantile() q tensor must be same dtype as the input tensor')
    if q.ndim > 1:
        raise RuntimeError('quantile() q must be a scalar or 1D tensor')
    axis = 0 if dim is None else axis_of(dim, input.ndim)
    flat = onnx.Reshape(input, [-1]) if dim is None or input.ndim == 0 else input
    # Rows in front, elements last; NaN sorted as infinities, which no rank reaches.
    last = flat.ndim - 1
    perm = [i for i in range(flat.ndim) if i != axis] + [axis]
    rows = flat if axis == last else onnx.Transpose(flat, perm=perm)
    absent = onnx.IsNaN(rows)
    values, _ = top(onnx.Where(absent, tensor_of(float('inf'), dtype), rows),
                     rows.shape[last], last, False)
    absent = onnx.ReduceSum(onnx.Cast(absent, to=dtypes.int64), [-1])
    end = onnx.Sub(rows.shape[last] - 1, absent if skip else onnx.Mul(absent, 0))
    ranks = onnx.Mul(onnx.Reshape(q, [-1]), onnx.Max(onnx.Cast(end, to=dtype), 0.0))
    result = _between(values, ranks, interpolation)
    lost = onnx.Less(end, 0) if skip else onnx.Greater(absent, 0)
    result = onnx.Where(lost, tensor_of(float('nan'), dtype), result)
    result = onnx.Transpose(result, perm=[last] + list(range(last)))
    if keepdim and dim is None:
        result = onnx.Reshape(result, [-1] + [1] * input.ndim)
    elif keepdim and input.ndim > 0:
        result = onnx.Unsqueeze(result, [axis + 1])
    return result if q.ndim else onnx.Squeeze(result, [0])


def _between(values, ranks, interpolation):
    """The elements of the last axis at these places, which lie between two of them."""
    def at(places):
        return onnx.GatherElements(values, onnx.Cast(places, to=dtypes.int64), axis=-1)

    if interpolation == 'nearest':
        return at(onnx.Round(ranks))
    low, high = onnx.Floor(ranks), onnx.Ceil(ranks)
    if interpolation == 'lower':
        return at(low)
    if interpolation == 'higher':
        return at(high)
    from ._arithmetic import lerp
    return lerp(at(low), at(high), 0.5 if interpolation == 'midpoint' else onnx.Sub(ranks, low))

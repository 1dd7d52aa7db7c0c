"""Reductions over all elements, one axis, or several."""
import _native
import onnx
from . import _kernels as kernels
from ._errors import dtype_error
from ._support import (axes_of, axis_of, cast, copy, dtypes, floating, larger,
                       product, refuse_out, tensor_of)
from . import _return_types as return_types

__module__ = 'torch'


def _axes(input, dim):
    """None for all axes (fewer nodes), else a list; empty for a 0-d input with a dim."""
    if dim is None:
        return None
    if isinstance(dim, int):
        axis = axis_of(dim, input.ndim)
        return [axis] if input.ndim > 0 else []
    axes = axes_of(dim, input.ndim)
    return axes if input.ndim > 0 else []


def _apply(op, input, dim, keepdim):
    axes = _axes(input, dim)
    if axes is None:
        return op(input, keepdims=1 if keepdim else 0)
    if not axes:
        return op(input, keepdims=0)
    return op(input, axes, keepdims=1 if keepdim else 0)


def _sum_operand(input, dtype):
    if dtype is None:
        dtype = input.dtype if input.dtype.is_floating_point else dtypes.int64
    return cast(input, dtype)


# torch takes numpy's `axis` and `keepdims` for `dim` and `keepdim`.

def sum(input, dim=None, keepdim=False, *, dtype=None, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _apply(kernels.ReduceSum, _sum_operand(input, dtype), dim, keepdim)


def nansum(input, dim=None, keepdim=False, *, dtype=None, out=None):
    x = _sum_operand(input, dtype)
    if x.dtype.is_floating_point:
        x = onnx.Where(onnx.IsNaN(x), 0.0, x)
    return sum(x, dim, keepdim, out=out)


def mean(input, dim=None, keepdim=False, *, dtype=None, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    x = input if dtype is None else cast(input, dtype)
    if not x.dtype.is_floating_point:
        from ._support import dtype_title
        raise dtype_error('mean(): could not infer output dtype. Input dtype must be either a '
                          f'floating point or complex dtype. Got: {dtype_title(x.dtype)}')
    return _apply(onnx.ReduceMean, x, dim, keepdim)


def nanmean(input, dim=None, keepdim=False, *, dtype=None, out=None):
    refuse_out(out)
    x = floating(input if dtype is None else cast(input, dtype))
    missing = onnx.IsNaN(x)
    total = _apply(onnx.ReduceSum, onnx.Where(missing, 0.0, x), dim, keepdim)
    count = _apply(onnx.ReduceSum, onnx.Cast(onnx.Not(missing), to=x.dtype), dim, keepdim)
    return onnx.Div(total, count)


def prod(input, dim=None, keepdim=False, *, dtype=None, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _apply(kernels.ReduceProd, _sum_operand(input, dtype), dim, keepdim)


def amax(input, dim=(), keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _apply(kernels.ReduceMax, input, None if dim == () else dim, keepdim)


def amin(input, dim=(), keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _apply(kernels.ReduceMin, input, None if dim == () else dim, keepdim)


def aminmax(input, *, dim=None, keepdim=False, out=None):
    refuse_out(out)
    if input.ndim == 0 and keepdim:
        input = onnx.Reshape(input, [1])  # torch's slip: the axis that a 0-d tensor has not is kept
    return return_types.aminmax(_apply(kernels.ReduceMin, input, dim, keepdim),
                                _apply(kernels.ReduceMax, input, dim, keepdim))


def _with_index(op, index_op, input, dim, keepdim):
    axis = axis_of(dim, input.ndim)
    if input.ndim == 0:
        return copy(input), _native.constant(0)
    values = _apply(op, input, axis, keepdim)
    return values, index_op(input, axis=axis, keepdims=1 if keepdim else 0)


def max(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    """The largest element; of `dim`, (values, indices); of another tensor, `maximum`."""
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    if dim is None:
        return kernels.ReduceMax(input, keepdims=0)
    if isinstance(dim, _native.TensorBase):
        from ._arithmetic import maximum
        return maximum(input, dim)
    values, indices = _with_index(kernels.ReduceMax, kernels.ArgMax, input, dim, keepdim)
    return return_types.max(values, indices)


def min(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    if dim is None:
        return kernels.ReduceMin(input, keepdims=0)
    if isinstance(dim, _native.TensorBase):
        from ._arithmetic import minimum
        return minimum(input, dim)
    values, indices = _with_index(kernels.ReduceMin, kernels.ArgMin, input, dim, keepdim)
    return return_types.min(values, indices)


def _arg_extreme(op, input, dim, keepdim):
    if input.dtype == dtypes.bool:
        raise dtype_error('"argmax_cpu" not implemented for \'Bool\'')
    if input.ndim == 0:
        return _native.constant(0)
    if dim is None:
        flat = op(onnx.Reshape(input, [-1]), axis=0, keepdims=0)
        return onnx.Reshape(flat, [1] * input.ndim) if keepdim else flat
    return op(input, axis=axis_of(dim, input.ndim), keepdims=1 if keepdim else 0)


def argmax(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _arg_extreme(kernels.ArgMax, input, dim, keepdim)


def argmin(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _arg_extreme(kernels.ArgMin, input, dim, keepdim)


def _truth(input, negated, dim, keepdim):
    """Whether one of the elements, or of their opposites, holds; none of an empty set does."""
    truth = cast(input, dtypes.bool)
    wide = onnx.Cast(onnx.Not(truth) if negated else truth, to=dtypes.int32)
    found = onnx.Cast(_apply(onnx.ReduceSum, wide, dim, keepdim), to=dtypes.bool)
    found = onnx.Not(found) if negated else found
    # torch answers uint8 for uint8.
    return onnx.Cast(found, to=dtypes.uint8) if input.dtype == dtypes.uint8 else found


def all(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _truth(input, True, dim, keepdim)


def any(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _truth(input, False, dim, keepdim)


def count_nonzero(input, dim=None):
    hits = onnx.Cast(cast(input, dtypes.bool), to=dtypes.int64)
    return _apply(onnx.ReduceSum, hits, dim, False)


def logsumexp(input, dim=None, keepdim=False, *, out=None, axis=None, keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    return _apply(onnx.ReduceLogSumExp, floating(input), dim, keepdim)


def _spread_arguments(dim, unbiased, correction):
    """(dim, correction) of std and var, whose second argument may be `unbiased`."""
    if isinstance(dim, bool):
        dim, unbiased = None, dim
    if correction is None:
        correction = 1 if unbiased is None or unbiased else 0
    return dim, correction


def _moments(input, dim, keepdim, correction):
    axes = _axes(input, dim)
    if not input.dtype.is_floating_point:
        raise dtype_error('std and var only support floating point and complex dtypes')
    if axes is None:
        axes = list(range(input.ndim))
    if not axes:
        return copy(input), onnx.Sub(input, input) if correction == 0 else onnx.Div(
            onnx.Sub(input, input), 0.0)
    center = onnx.ReduceMean(input, axes, keepdims=1)
    gap = onnx.Sub(input, center)
    keep = 1 if keepdim else 0
    if correction == 0:
        spread = onnx.ReduceMean(onnx.Mul(gap, gap), axes, keepdims=keep)
    else:
        count = product([input.shape[axis] for axis in axes]) - correction
        total = onnx.ReduceSum(onnx.Mul(gap, gap), axes, keepdims=keep)
        spread = onnx.Div(total, cast(larger(count, 0), input.dtype))
    if not keepdim:
        center = onnx.Squeeze(center, axes)
    return center, spread


def var(input, dim=None, unbiased=None, keepdim=False, *, correction=None, out=None, axis=None,
        keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    dim, correction = _spread_arguments(dim, unbiased, correction)
    return _moments(input, dim, keepdim, correction)[1]


def std(input, dim=None, unbiased=None, keepdim=False, *, correction=None, out=None, axis=None,
        keepdims=False):
    dim, keepdim = dim if axis is None else axis, keepdim or keepdims
    refuse_out(out)
    dim, correction = _spread_arguments(dim, unbiased, correction)
    return onnx.Sqrt(_moments(input, dim, keepdim, correction)[1])


def var_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None, out=None):
    refuse_out(out)
    dim, correction = _spread_arguments(dim, unbiased, correction)
    center, spread = _moments(input, dim, keepdim, correction)
    return spread, center


def std_mean(input, dim=None, unbiased=None, keepdim=False, *, correction=None, out=None):
    spread, center = var_mean(input, dim, unbiased, keepdim, correction=correction, out=out)
    return onnx.Sqrt(spread), center


def vector_norm(x, ord=2, dim=None, keepdim=False, *, dtype=None, out=None):
    refuse_out(out)
    x = floating(x if dtype is None else cast(x, dtype))
    if ord == 2:
        return _norm_of(onnx.ReduceL2, x, dim, keepdim)
    if ord == 1:
        return _norm_of(onnx.ReduceL1, x, dim, keepdim)
    if ord == float('inf'):
        return _apply(kernels.ReduceMax, onnx.Abs(x), dim, keepdim)
    if ord == float('-inf'):
        return _apply(kernels.ReduceMin, onnx.Abs(x), dim, keepdim)
    if ord == 0:
        hits = onnx.Cast(onnx.Not(onnx.Equal(x, 0.0)), to=x.dtype)
        return _apply(onnx.ReduceSum, hits, dim, keepdim)
    powers = onnx.Pow(onnx.Abs(x), float(ord))
    return onnx.Pow(_apply(onnx.ReduceSum, powers, dim, keepdim), 1.0 / ord)


def _norm_of(op, x, dim, keepdim):
    return onnx.Abs(x) if x.ndim == 0 else _apply(op, x, dim, keepdim)


def norm(input, p='fro', dim=None, keepdim=False, out=None, dtype=None):
    if p is None or p == 'fro':
        p = 2
    if p == 'nuc':
        return _native.refuse('the nuclear norm needs singular values, which ONNX cannot compute',
                              code='NN602')
    if dtype is None and not input.dtype.is_floating_point:
        from ._support import dtype_title
        raise dtype_error('norm(): input dtype should be either floating point or complex. Got '
                          f'{dtype_title(input.dtype)} instead.')
    return vector_norm(input, p, dim, keepdim, dtype=dtype, out=out)


def dist(input, other, p=2):
    from ._arithmetic import sub
    return vector_norm(sub(input, other), p)


def median(input, dim=None, keepdim=False, *, out=None):
    """The lower of the two middle elements, as torch; NaN, and where the first is, if there is one."""
    refuse_out(out)
    from ._search import kthvalue
    if dim is None:
        flat = onnx.Reshape(input, [-1])
        return median(flat, 0)[0]
    axis = axis_of(dim, input.ndim)
    middle = (input.shape[axis] + 1) // 2 if input.ndim else 1
    values, indices = kthvalue(input, middle, axis, keepdim)
    if input.ndim and input.dtype.is_floating_point:
        missing = onnx.Cast(onnx.IsNaN(input), to=dtypes.int32)
        keepdims = 1 if keepdim else 0
        some = onnx.Cast(onnx.ReduceMax(missing, [axis], keepdims=keepdims), to=dtypes.bool)
        values = onnx.Where(some, tensor_of(float('nan'), input.dtype), values)
        indices = onnx.Where(some, onnx.ArgMax(missing, axis=axis, keepdims=keepdims), indices)
    return return_types.median(values, indices)


def nanmedian(input, dim=None, keepdim=False, *, out=None):
    """The median of the elements that are no NaN: those come last when they are sorted."""
    refuse_out(out)
    from ._search import sort
    if dim is None:
        return nanmedian(onnx.Reshape(input, [-1]), 0)[0]
    if input.ndim == 0 or not input.dtype.is_floating_point:
        return return_types.nanmedian(*median(input, dim, keepdim))
    axis = axis_of(dim, input.ndim)
    values, indices = sort(input, axis)
    present = onnx.Cast(onnx.Not(onnx.IsNaN(input)), to=dtypes.int64)
    middle = onnx.Div(onnx.Sub(onnx.ReduceSum(present, [axis], keepdims=1), 1), 2)
    found = []
    for part in (values, indices):
        taken = onnx.GatherElements(part, onnx.Max(middle, 0), axis=axis)
        found.append(taken if keepdim else onnx.Squeeze(taken, [axis]))
    return return_types.nanmedian(found[0], found[1])

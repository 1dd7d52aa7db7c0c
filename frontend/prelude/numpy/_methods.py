"""Reductions and what else is both a method and a function."""
import _native
import _python
import torch

from ._dtypes import dtype_of

__module__ = 'numpy'


def _reduced(self, axis, keepdims, reduce, tensor=None):
    """`reduce(tensor, dims)`, over all axes where none is given; numpy scalars for no axes."""
    from ._array import result
    tensor = self._tensor if tensor is None else tensor
    dims = list(range(self.ndim)) if axis is None else [axis] if isinstance(axis, int) else list(axis)
    dims = sorted({d % self.ndim for d in dims}, reverse=True) if self.ndim else []
    if dims:
        tensor = reduce(tensor, dims)
    if keepdims:
        for dim in reversed(dims):
            tensor = tensor.unsqueeze(dim)
    return result(tensor)


def _one_by_one(function):
    def reduce(tensor, dims):
        for dim in dims:
            tensor = function(tensor, dim)
        return tensor
    return reduce


def _accumulator(self, dtype):
    """Sums and products of small whole numbers are int64."""
    from ._array import cast
    if dtype is None and self.dtype.kind in 'bui':
        dtype = 'int64'
    return self._tensor if dtype is None else cast(self._tensor, dtype_of(dtype))


def sum(self, axis=None, dtype=None, out=None, keepdims=False):
    return _reduced(self, axis, keepdims, lambda t, dims: t.sum(dims), _accumulator(self, dtype))


def prod(self, axis=None, dtype=None, out=None, keepdims=False):
    return _reduced(self, axis, keepdims, _one_by_one(lambda t, d: t.prod(d)), _accumulator(self, dtype))


def _floats(self):
    return self._tensor if self.dtype.kind == 'f' else self._tensor.to(torch.float64)


def mean(self, axis=None, dtype=None, out=None, keepdims=False):
    return _reduced(self, axis, keepdims, lambda t, dims: t.mean(dims), _floats(self))


def var(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    if ddof not in (0, 1):
        return _python.refuse(f'`var` with ddof={ddof} is not supported')
    return _reduced(self, axis, keepdims, lambda t, dims: t.var(dims, unbiased=ddof == 1), _floats(self))


def std(self, axis=None, dtype=None, out=None, ddof=0, keepdims=False):
    if ddof not in (0, 1):
        return _python.refuse(f'`std` with ddof={ddof} is not supported')
    return _reduced(self, axis, keepdims, lambda t, dims: t.std(dims, unbiased=ddof == 1), _floats(self))


def max(self, axis=None, out=None, keepdims=False):
    if _native.known(self.size) and not self.size:
        raise ValueError('zero-size array to reduction operation maximum which has no identity')
    return _reduced(self, axis, keepdims, lambda t, dims: t.amax(dims))


def min(self, axis=None, out=None, keepdims=False):
    if _native.known(self.size) and not self.size:
        raise ValueError('zero-size array to reduction operation minimum which has no identity')
    return _reduced(self, axis, keepdims, lambda t, dims: t.amin(dims))


def any(self, axis=None, out=None, keepdims=False):
    return _reduced(self, axis, keepdims, _one_by_one(lambda t, d: t.any(d)), self._tensor.bool())


def all(self, axis=None, out=None, keepdims=False):
    return _reduced(self, axis, keepdims, _one_by_one(lambda t, d: t.all(d)), self._tensor.bool())


def argmax(self, axis=None, out=None, keepdims=False):
    from ._array import result
    return result(self._tensor.argmax() if axis is None else self._tensor.argmax(axis, keepdims))


def argmin(self, axis=None, out=None, keepdims=False):
    from ._array import result
    return result(self._tensor.argmin() if axis is None else self._tensor.argmin(axis, keepdims))


def argsort(self, axis=-1, kind=None, order=None):
    from ._array import wrap
    if kind not in ('stable', 'mergesort') and not _native.is_constant(self._tensor):
        _native.warn_assume('no two numbers that `np.argsort` orders are equal: numpy leaves their order open')
    tensor = self._tensor if axis is not None else self._tensor.reshape(-1)
    return wrap(torch.sort(tensor, stable=True, dim=-1 if axis is None else axis)[1])


def cumsum(self, axis=None, dtype=None, out=None):
    from ._array import wrap
    tensor = _accumulator(self, dtype)
    return wrap(tensor.reshape(-1).cumsum(0) if axis is None else tensor.cumsum(axis))


def cumprod(self, axis=None, dtype=None, out=None):
    from ._array import wrap
    tensor = _accumulator(self, dtype)
    return wrap(tensor.reshape(-1).cumprod(0) if axis is None else tensor.cumprod(axis))


def clip(self, min=None, max=None, out=None):
    import numpy
    clipped = self if min is None else numpy.maximum(self, min)
    return clipped if max is None else numpy.minimum(clipped, max)


def round(self, decimals=0, out=None):
    from ._array import result
    if self.dtype.kind != 'f':
        return self.copy()
    scale = 10.0 ** decimals
    return result(torch.round(self._tensor * scale) / scale if decimals else torch.round(self._tensor))


def dot(self, b, out=None):
    import numpy
    return numpy.dot(self, b)


def repeat(self, repeats, axis=None):
    import numpy
    return numpy.repeat(self, repeats, axis)

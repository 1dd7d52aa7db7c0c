"""Arrays made from nothing or from numbers. Computed as numpy does, so that constants are the same."""
import math

import _python
import torch

from ._array import as_array, cast, copied, is_number, ndarray, wrap
from ._dtypes import dtype_of

__module__ = 'numpy'


def array(object, dtype=None, *, copy=True, order='K', subok=False, ndmin=0, like=None):
    made = as_array(object, dtype)
    tensor = copied(made._tensor)
    while len(tensor.shape) < ndmin:
        tensor = tensor.unsqueeze(0)
    return wrap(tensor)


def asarray(a, dtype=None, order=None):
    return as_array(a, dtype)


asanyarray = ascontiguousarray = asarray


def copy(a, order='K', subok=False):
    return array(a)


def _sizes(shape):
    return [int(shape)] if is_number(shape) or not hasattr(shape, '__len__') else [int(n) for n in shape]


def full(shape, fill_value, dtype=None, order='C'):
    value = as_array(fill_value, dtype)
    return wrap(copied(value._tensor.expand(_sizes(shape))))


def zeros(shape, dtype=float, order='C'):
    return full(shape, 0, dtype or float)


def ones(shape, dtype=None, order='C'):
    return full(shape, 1, dtype or float)


def empty(shape, dtype=float, order='C'):
    return zeros(shape, dtype)


def full_like(a, fill_value, dtype=None):
    a = as_array(a)
    return full(a.shape, fill_value, dtype or a.dtype)


def zeros_like(a, dtype=None):
    return full_like(a, 0, dtype)


def ones_like(a, dtype=None):
    return full_like(a, 1, dtype)


empty_like = zeros_like


def arange(start, stop=None, step=1, dtype=None):
    if stop is None:
        start, stop = 0, start
    start, stop, step = [n if is_number(n) else n.item() for n in (start, stop, step)]
    whole = not any(isinstance(n, float) for n in (start, stop, step))
    count = max(0, math.ceil((stop - start) / step)) if not whole else len(range(start, stop, step))
    delta = step if whole else (start + step) - start
    steps = torch.arange(count, dtype=torch.int64 if whole else torch.float64)
    made = steps * delta + start
    return wrap(made if dtype is None else cast(made, dtype_of(dtype)))


def linspace(start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0):
    if not is_number(start) or not is_number(stop):
        return _python.refuse('`np.linspace` between arrays is not supported')
    num = int(num)
    if num < 0:
        raise ValueError(f'Number of samples, {num}, must be non-negative.')
    gaps = num - 1 if endpoint else num
    step = (stop - start) / gaps if gaps > 0 else math.nan
    made = torch.arange(num, dtype=torch.float64)
    made = made * (step if gaps > 0 and step != 0 else stop - start)
    made = made + float(start)
    if endpoint and num > 1:
        made[-1] = float(stop)
    if dtype is not None:
        dtype = dtype_of(dtype)
        made = cast(torch.floor(made) if dtype.kind in 'iu' else made, dtype)
    return (wrap(made), step) if retstep else wrap(made)


def logspace(start, stop, num=50, endpoint=True, base=10.0, dtype=None):
    made = wrap(torch.pow(torch.tensor(float(base), dtype=torch.float64), linspace(start, stop, num, endpoint)._tensor))
    return made if dtype is None else made.astype(dtype)


def eye(N, M=None, k=0, dtype=float):
    columns = N if M is None else M
    rows, cols = torch.arange(N).reshape(N, 1), torch.arange(columns).reshape(1, columns)
    return wrap(cast(rows + k == cols, dtype_of(dtype)))


def identity(n, dtype=None):
    return eye(n, dtype=dtype or float)


def tri(N, M=None, k=0, dtype=float):
    columns = N if M is None else M
    rows, cols = torch.arange(N).reshape(N, 1), torch.arange(columns).reshape(1, columns)
    return wrap(cast(rows + k >= cols, dtype_of(dtype)))


def tril(m, k=0):
    return wrap(torch.tril(as_array(m)._tensor, k))


def triu(m, k=0):
    return wrap(torch.triu(as_array(m)._tensor, k))


def diag(v, k=0):
    return wrap(torch.diag(as_array(v)._tensor, k))


def meshgrid(*xi, indexing='xy', sparse=False, copy=True):
    if sparse:
        return _python.refuse('`np.meshgrid` with sparse=True is not supported')
    grids = torch.meshgrid(*[as_array(x)._tensor.reshape(-1) for x in xi], indexing=indexing)
    return [wrap(copied(g)) for g in grids]


def indices(dimensions, dtype=int):
    grids = torch.meshgrid(*[torch.arange(n) for n in dimensions], indexing='ij')
    return wrap(torch.stack(list(grids))).astype(dtype)


def frombuffer(buffer, dtype=float, count=-1, offset=0):
    return _python.refuse('`np.frombuffer` is not supported')


def load(file, **options):
    return _python.refuse('`np.load` is not supported: the arrays are no part of the source')


loadtxt = genfromtxt = load

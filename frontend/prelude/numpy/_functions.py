"""Functions of numbers and arrays."""
import functools
import math

import _native
import _python
import torch

from . import _methods
from ._array import as_array, cast, copied, generic, is_number, ndarray, result, wrap
from ._dtypes import common, dtype_of
from ._operators import operands

__module__ = 'numpy'


def _real(name, scalar=None):
    """A function whose results are real numbers, by the name that torch has for it."""
    def function(x, out=None, where=True, dtype=None):
        if is_number(x) and not _native.known(x):
            if scalar is None:
                return _python.refuse(f'`np.{name}` of a number that is known only when the model runs')
            return scalar(x)
        x = as_array(x)
        tensor = x._tensor if x.dtype.kind == 'f' else x._tensor.to(torch.float64)
        return result(getattr(torch, name)(tensor))
    function.__name__ = name
    return function


sqrt, exp, log = _real('sqrt', math.sqrt), _real('exp', math.exp), _real('log', math.log)
sin, cos, tan = _real('sin', math.sin), _real('cos', math.cos), _real('tan', math.tan)
tanh, sinh, cosh = _real('tanh', math.tanh), _real('sinh'), _real('cosh')
arcsin, arccos, arctan = _real('asin'), _real('acos'), _real('atan')
log2, log10, log1p, expm1 = _real('log2'), _real('log10'), _real('log1p'), _real('expm1')
floor = _real('floor', lambda x: float(math.floor(x)))
ceil = _real('ceil', lambda x: float(math.ceil(x)))
trunc, rint = _real('trunc'), _real('round')
deg2rad = radians = _real('deg2rad')
rad2deg = degrees = _real('rad2deg')
reciprocal = _real('reciprocal')


def _kept(name):
    """A function whose results have the kind of its argument."""
    def function(x, out=None, where=True):
        return result(getattr(torch, name)(as_array(x)._tensor))
    function.__name__ = name
    return function


abs = absolute = _kept('abs')
sign, square, negative = _kept('sign'), _kept('square'), _kept('neg')
isnan, isinf, isfinite = _kept('isnan'), _kept('isinf'), _kept('isfinite')
logical_not = _kept('logical_not')


def _pair(function, real=False):
    def pair(x1, x2, out=None, where=True):
        return result(function(*operands(as_array(x1) if is_number(x1) and is_number(x2) else x1, x2, real)))
    return pair


def _method(symbol):
    def function(x1, x2):
        if type(x1) in (int, float) and type(x2) in (int, float) and _native.known(x1) and _native.known(x2):
            # As Python has it, where neither a range is left nor anything divided by nothing.
            if (isinstance(x1, float) or isinstance(x2, float)) and 0 < x1 < 1e6 and 0 < x2 < 25:
                value = symbol(x1, x2)
                return value if isinstance(value, bool) else float.__new__(_float64(), value)
        return symbol(as_array(x1), x2)
    return function


def _float64():
    import numpy
    return numpy.float64


add, subtract = _method(lambda a, b: a + b), _method(lambda a, b: a - b)
multiply, divide = _method(lambda a, b: a * b), _method(lambda a, b: a / b)
true_divide, floor_divide = divide, _method(lambda a, b: a // b)
mod = remainder = _method(lambda a, b: a % b)
power = _method(lambda a, b: a ** b)
equal, not_equal = _method(lambda a, b: a == b), _method(lambda a, b: a != b)
less, less_equal = _method(lambda a, b: a < b), _method(lambda a, b: a <= b)
greater, greater_equal = _method(lambda a, b: a > b), _method(lambda a, b: a >= b)
matmul = _method(lambda a, b: a @ b)
maximum, minimum = _pair(torch.maximum), _pair(torch.minimum)
arctan2, hypot = _pair(torch.atan2, True), _pair(torch.hypot, True)
logical_and, logical_or, logical_xor = (_pair(torch.logical_and), _pair(torch.logical_or), _pair(torch.logical_xor))
def diff(a, n=1, axis=-1):
    a = as_array(a)
    tensor = a._tensor
    for _ in range(n):
        size = tensor.shape[axis]
        later = torch.narrow(tensor, axis, 1, size - 1)
        tensor = later - torch.narrow(tensor, axis, 0, size - 1)
    return wrap(tensor, a)


outer = _pair(lambda a, b: torch.outer(a.reshape(-1), b.reshape(-1)))


def prod(a, axis=None, dtype=None, out=None, keepdims=False):
    """Sizes that are known only when the model runs multiply as numbers."""
    if axis is None and isinstance(a, (list, tuple)) and all_numbers(a):
        total = functools.reduce(lambda x, y: x * y, a, 1)
        return total if dtype is None and a else float(total) if not a else as_array(total, dtype)[()]
    return _methods.prod(as_array(a), axis, dtype, out, keepdims)


def all_numbers(items):
    for item in items:
        if not is_number(item) or isinstance(item, bool):
            return False
    return True


def _reduction(name):
    method = getattr(_methods, name)

    def function(a, *args, **options):
        return method(as_array(a), *args, **options)
    function.__name__ = name
    return function


sum, mean, var, std = _reduction('sum'), _reduction('mean'), _reduction('var'), _reduction('std')
max = amax = _reduction('max')
min = amin = _reduction('min')
any, all = _reduction('any'), _reduction('all')
argmax, argmin, argsort = _reduction('argmax'), _reduction('argmin'), _reduction('argsort')
cumsum, cumprod = _reduction('cumsum'), _reduction('cumprod')


def clip(a, a_min=None, a_max=None, out=None):
    clipped = a if a_min is None else maximum(a, a_min)
    return clipped if a_max is None else minimum(clipped, a_max)


def round(a, decimals=0, out=None):
    a = as_array(a)
    rounded = a.round(decimals)
    return rounded if a.ndim or not isinstance(rounded, ndarray) else rounded[()]


around = round_ = round


def where(condition, x=None, y=None):
    condition = as_array(condition)._tensor.bool()
    if x is None:
        return tuple([wrap(t) for t in torch.nonzero(condition, as_tuple=True)])
    x, y = operands(as_array(x) if is_number(x) and is_number(y) else x, y)
    return result(torch.where(condition, x, y))


def nonzero(a):
    return where(as_array(a))


def dot(a, b, out=None):
    a, b = operands(as_array(a), as_array(b))
    if len(a.shape) > 2 or len(b.shape) > 2:
        return _python.refuse('`np.dot` of arrays of three or more axes is not supported')
    return result(torch.matmul(a, b) if len(a.shape) and len(b.shape) else a * b)


def sort(a, axis=-1, kind=None, order=None):
    tensor = as_array(a)._tensor
    return wrap(torch.sort(tensor.reshape(-1) if axis is None else tensor, dim=-1 if axis is None else axis)[0])


def unique(ar, return_index=False, return_inverse=False, return_counts=False, axis=None):
    if return_index or axis is not None:
        return _python.refuse('`np.unique` with indices or an axis is not supported')
    found = torch.unique(as_array(ar)._tensor, return_inverse=return_inverse, return_counts=return_counts)
    return tuple([wrap(t) for t in found]) if isinstance(found, tuple) else wrap(found)


def allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False):
    return bool(torch.allclose(*operands(as_array(a), as_array(b), True), rtol=rtol, atol=atol, equal_nan=equal_nan))


def array_equal(a1, a2):
    a1, a2 = as_array(a1), as_array(a2)
    return a1.shape == a2.shape and bool((a1 == a2).all())


def isscalar(element):
    return is_number(element) or isinstance(element, (generic, str, bytes, complex))


def result_type(*arrays):
    return functools.reduce(common, [a if hasattr(a, 'itemsize') and hasattr(a, 'kind') else as_array(a).dtype for a in arrays])

"""Operators of Tensor that need more than a function of the same meaning."""
import _native
import onnx
from ._arithmetic import floor_divide, pow, remainder, true_divide
from ._compare import bitwise_left_shift, bitwise_right_shift, eq, ne
from ._errors import shape_error
from ._matrix import matmul
from ._support import is_tensor, known, product

__module__ = 'torch.Tensor'


def _comparable(other):
    return isinstance(other, (_native.TensorBase, int, float))


def eq_operator(self, other):
    return eq(self, other) if _comparable(other) else NotImplemented


def ne_operator(self, other):
    return ne(self, other) if _comparable(other) else NotImplemented


def rtruediv(self, other):
    return true_divide(other, self)


def rfloordiv(self, other):
    return floor_divide(other, self)


def rmod(self, other):
    return remainder(other, self)


def rpow(self, other):
    return pow(other, self)


def rmatmul(self, other):
    return matmul(other, self)


def imatmul(self, other):
    """Python's `x @= y` has no in-place form in torch: it binds the product."""
    return matmul(self, other)


def rlshift(self, other):
    return bitwise_left_shift(other, self)


def rrshift(self, other):
    return bitwise_right_shift(other, self)


def to_int(self):
    return int(_native.item(self))


def to_float(self):
    return float(_native.item(self))


def round_operator(self, ndigits=None):
    from ._pointwise import round
    return round(self, decimals=ndigits or 0)


def length(self):
    if self.ndim == 0:
        raise shape_error('len() of a 0-d tensor', TypeError)
    return self.shape[0]


def iterate(self):
    from ._view import unbind
    if self.ndim == 0:
        raise shape_error('iteration over a 0-d tensor', TypeError)
    return iter(unbind(self, 0))


def contains(self, element):
    from ._reduce import any
    return bool(any(eq(self, element)))


def identity_hash(self):
    return id(self)


def text(self):
    if _native.is_constant(self):
        return f'tensor({_native.tolist(self)})'
    return f'tensor(..., size={tuple(self.shape)})'


def text_as(self, spec):
    if self.ndim == 0 and _native.is_constant(self):
        return format(_native.item(self), spec)
    return repr(self)


def array(self, dtype=None):
    return self.numpy()


def truth(self):
    """Of one element: a bool, or a symbolic one, of which a branch keeps both sides."""
    count = product(self.shape)
    if known(count) and count != 1:
        what = 'more than one value' if count > 1 else 'no values'
        raise shape_error(f'Boolean value of Tensor with {what} is ambiguous')
    value = _native.item(self)
    return value if self.dtype == _native.dtypes.bool else value != 0


def shallow_copy(self):
    return _native.alias_as(self, type(self))


def deep_copy(self, memo=None):
    """A new storage with the same contents; a Parameter stays one."""
    memo = {} if memo is None else memo
    if id(self) in memo:
        return memo[id(self)]
    fresh = onnx.Identity(self)
    if type(self) is not type(fresh):
        fresh = _native.alias_as(fresh, type(self))
    fresh.requires_grad = self.requires_grad
    memo[id(self)] = fresh
    return fresh


def _is_array(value):
    if not hasattr(value, '_tensor'):
        return False
    from numpy import ndarray
    return isinstance(value, ndarray)


def construct(cls, args):
    """torch.Tensor(2, 3): sizes; torch.Tensor([1, 2]) or an array: numbers, as float32."""
    from ._create import empty
    if len(args) == 1 and is_tensor(args[0]):
        made = _native.alias(args[0])
    elif len(args) == 1 and isinstance(args[0], (list, tuple)) and type(args[0]).__name__ != 'Size':
        made = _native.constant(list(args[0]), _native.dtypes.float32)
    elif len(args) == 1 and _is_array(args[0]):
        made = onnx.Cast(args[0]._tensor, to=_native.dtypes.float32)
    elif not args:
        made = empty(0)
    else:
        made = empty(*args)
    return _native.alias_as(made, cls)


# Messages and graphs name them as Python's data model does.
for _function, _name in ((eq_operator, '__eq__'), (ne_operator, '__ne__'), (rtruediv, '__rtruediv__'),
                         (rfloordiv, '__rfloordiv__'), (rmod, '__rmod__'), (rpow, '__rpow__'),
                         (rmatmul, '__rmatmul__'), (imatmul, '__imatmul__'), (to_int, '__int__'),
                         (to_float, '__float__'), (round_operator, '__round__'), (length, '__len__'),
                         (iterate, '__iter__'), (contains, '__contains__'), (truth, '__bool__')):
    _function.__qualname__ = _name

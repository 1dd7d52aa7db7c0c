"""numpy.ndarray over a tensor, known ahead of the run or not: torch's views are numpy's views."""
import builtins

import _native
import _python
import torch

from ._dtypes import common, dtype_of, of_tensor, with_number

__module__ = 'numpy'


class _Numbers:
    """What arrays and scalars have in common."""

    __array_priority__ = 0

    @property
    def dtype(self):
        return of_tensor(self._tensor)

    @property
    def shape(self):
        return tuple(self._tensor.shape)

    @shape.setter
    def shape(self, sizes):
        self._tensor = self._tensor.reshape(sizes)

    @property
    def ndim(self):
        return len(self._tensor.shape)

    @property
    def size(self):
        return self._tensor.numel()

    @property
    def nbytes(self):
        return self.size * self.dtype.itemsize

    @property
    def itemsize(self):
        return self.dtype.itemsize

    @property
    def T(self):
        return self.transpose()

    @property
    def base(self):
        return getattr(self, '_base', None)

    def tolist(self):
        return _native.tolist(self._tensor)

    def item(self, *args):
        if args:
            return self.reshape(-1)[args[0]] if len(args) == 1 else self[args]
        if self.size != 1:
            raise ValueError('can only convert an array of size 1 to a Python scalar')
        return _native.tolist(self._tensor.reshape([]))

    def __array__(self, dtype=None):
        return self if dtype is None else self.astype(dtype)

    def __float__(self):
        return float(self.item())

    def __int__(self):
        return int(self.item())

    def __index__(self):
        value = self.item()
        if not isinstance(value, int) or self.ndim > 0:
            raise TypeError('only integer scalar arrays can be converted to a scalar index')
        return value

    def __bool__(self):
        if self.size > 1:
            raise ValueError('The truth value of an array with more than one element is ambiguous. '
                             'Use a.any() or a.all()')
        return self.size == 1 and bool(self.item())

    def astype(self, dtype, order='K', casting='unsafe', subok=True, copy=True):
        made = copied(cast(self._tensor, dtype_of(dtype)))
        return scalar(made) if isinstance(self, generic) else wrap(made)

    def copy(self, order='C'):
        return wrap(copied(self._tensor))

    def __copy__(self):
        return self.copy()

    def __deepcopy__(self, memo):
        return self.copy()

    def view(self, dtype=None):
        if dtype is not None and dtype_of(dtype) != self.dtype:
            return _python.refuse('`ndarray.view` with another dtype is not supported')
        return wrap(self._tensor)

    def fill(self, value):
        self[...] = value

    def reshape(self, *shape, order='C'):
        if order != 'C':
            return _python.refuse(f'`reshape` in the order {order!r} is not supported')
        return wrap(self._tensor.reshape(shape[0] if len(shape) == 1 else shape), self)

    def ravel(self, order='C'):
        return self.reshape(-1)

    def flatten(self, order='C'):
        return wrap(copied(self._tensor.reshape(-1)))

    def transpose(self, *axes):
        if len(axes) == 1 and not isinstance(axes[0], int):
            axes = axes[0]
        axes = list(axes) if axes else list(range(self.ndim))[::-1]
        return wrap(self._tensor.permute(axes), self)

    def swapaxes(self, axis1, axis2):
        return wrap(self._tensor.transpose(axis1, axis2), self)

    def squeeze(self, axis=None):
        axes = range(self.ndim) if axis is None else [axis] if isinstance(axis, int) else axis
        axes = {a % self.ndim for a in axes}
        return wrap(self._tensor.reshape([n for i, n in enumerate(self.shape) if i not in axes or n != 1]), self)

    from ._methods import (all, any, argmax, argmin, argsort, clip, cumprod, cumsum, dot, max, mean,
                           min, prod, repeat, round, std, sum, var)

    def __getitem__(self, index):
        index, keeps = _plain_index(index, self.shape)
        found = self._tensor[index]
        return wrap(found, self) if keeps else result(found, self)

    def __setitem__(self, index, value):
        index, _ = _plain_index(index, self.shape)
        value = as_array(value)._tensor
        self._tensor[index] = cast(value, self.dtype)

    def __str__(self):
        return _text(self.tolist()) if self.ndim else str(self.item())

    def __repr__(self):
        return f'array({self.tolist()!r})' if self.ndim else repr(self.item())


class Computing(_Numbers):
    """Arrays, and scalars of kinds that Python does not have: the others compute as Python's numbers."""

    from ._operators import (
        __abs__, __add__, __and__, __eq__, __floordiv__, __ge__, __gt__, __invert__, __le__, __lt__,
        __matmul__, __mod__, __mul__, __ne__, __neg__, __or__, __pos__, __pow__, __radd__, __rand__,
        __rfloordiv__, __rmatmul__, __rmod__, __rmul__, __ror__, __rpow__, __rsub__, __rtruediv__,
        __sub__, __truediv__, __xor__, __iadd__, __isub__, __imul__, __itruediv__, __ifloordiv__,
        __ipow__, __imod__, __iand__, __ior__)

    __hash__ = None


class ndarray(Computing):
    def __init__(self, shape, dtype=float):
        self._tensor = torch.zeros(shape, dtype=dtype_of(dtype).torch)

    def __len__(self):
        if not self.ndim:
            raise TypeError('len() of unsized object')
        return self.shape[0]

    def __iter__(self):
        if not self.ndim:
            raise TypeError('iteration over a 0-d array')
        return iter([self[i] for i in range(len(self))])

    def __contains__(self, item):
        return bool((self == item).any())


class generic(_Numbers):
    """A scalar."""


def wrap(tensor, base=None):
    made = object.__new__(ndarray)
    made._tensor = tensor
    if base is not None:
        made._base = base
    return made


def scalar(tensor):
    """Scalars of float64 and int64 are Python's numbers with an array's attributes, if they are known."""
    import numpy
    kind = of_tensor(tensor)
    if kind.name in ('bool', 'int64', 'float64'):
        number = _native.tolist(tensor)
        if kind.name == 'bool' or not _native.known(number):
            return number
        return int.__new__(numpy.int64, number) if kind.name == 'int64' else float.__new__(numpy.float64, number)
    made = object.__new__(getattr(numpy, kind.name))
    made._tensor = tensor
    return made


def result(tensor, base=None):
    """As numpy gives it: what has no axes is a scalar."""
    return wrap(tensor, base) if len(tensor.shape) else scalar(tensor)


def copied(tensor):
    return tensor.clone()


def cast(tensor, dtype):
    return tensor if tensor.dtype == dtype.torch else tensor.to(dtype.torch)


def is_number(value):
    return isinstance(value, (bool, int, float))


def as_array(value, dtype=None):
    """An array of anything that has numbers; arrays stay themselves."""
    if isinstance(value, _Numbers):
        return value if dtype is None or dtype_of(dtype) == value.dtype else value.astype(dtype)
    if isinstance(value, torch.Tensor):
        made = value.numpy()
        return made if dtype is None else made.astype(dtype)
    if dtype is None:
        dtype = _kind_of(value)
    return wrap(torch.tensor(_nested(value), dtype=dtype_of(dtype).torch))


def _nested(value):
    if isinstance(value, (_Numbers, torch.Tensor)):
        return value.tolist()
    if isinstance(value, (str, bytes)):
        _python.refuse('numpy arrays of text are not supported')
        raise TypeError('an array of text')
    if is_number(value):
        return value
    if hasattr(value, '__len__') or hasattr(value, '__iter__'):
        return [_nested(item) for item in value]
    _python.refuse(f'numpy arrays of `{type(value).__name__}` are not supported')
    raise TypeError('an array of objects')


def _kind_of(value):
    """The dtype of nested numbers."""
    if isinstance(value, _Numbers):
        return value.dtype
    if isinstance(value, torch.Tensor):
        return of_tensor(value)
    if is_number(value):
        return dtype_of(type(value))
    kinds = [_kind_of(item) for item in value]
    kind = kinds[0] if kinds else dtype_of(float)
    for other in kinds[1:]:
        kind = common(kind, other)
    return kind


def operand_dtype(a, b):
    """Of two operands, one of them an array."""
    if isinstance(a, generic) and isinstance(b, ndarray) or is_number(a):
        a, b = b, a
    if is_number(b):
        a = as_array(a)
        # Between scalars both kinds count; an array's kind is stronger than a number's.
        return common(a.dtype, dtype_of(type(b))) if isinstance(a, generic) else with_number(a.dtype, b)
    if isinstance(b, generic) and isinstance(a, ndarray) and a.ndim:
        return with_number(a.dtype, b.item())
    return common(as_array(a).dtype, as_array(b).dtype)


def _plain_index(index, shape):
    """For torch: no arrays of ours, no negative steps. The second is whether an array comes out."""
    parts = index if isinstance(index, tuple) else (index,)
    used = builtins.sum(1 for p in parts if p is not None and p is not Ellipsis)
    plain, axis = [], 0
    for part in parts:
        if part is Ellipsis:
            axis += len(shape) - used
        elif isinstance(part, slice) and part.step is not None and part.step < 0:
            if part.start is None and part.stop is None:
                part = torch.arange(shape[axis] - 1, -1, part.step)
            else:
                part = torch.tensor(list(range(shape[axis]))[part], dtype=torch.int64)
        elif isinstance(part, ndarray):
            part = part._tensor
        elif isinstance(part, list):
            part = as_array(part)._tensor
        elif isinstance(part, generic):
            part = part.__index__()
        plain.append(part)
        if part is not None and part is not Ellipsis:
            axis += part.ndim if isinstance(part, torch.Tensor) and part.dtype == torch.bool else 1
    return tuple(plain) if isinstance(index, tuple) else plain[0], Ellipsis in [p for p in parts if p is Ellipsis]


def _text(value):
    if isinstance(value, list):
        return '[' + ' '.join(_text(item) for item in value) + ']'
    if isinstance(value, float) and value == int(value):
        return f'{int(value)}.'
    return str(value)

"""Operators of arrays: numpy's kinds of results over torch's arithmetic."""
import torch

from ._dtypes import dtype_of

__module__ = 'numpy'


def operands(a, b, real=False):
    """Both as tensors of the dtype in which numpy computes, or None for what has no numbers."""
    from ._array import _Numbers, as_array, cast, is_number, operand_dtype
    for value in (a, b):
        if not isinstance(value, (_Numbers, list, tuple, torch.Tensor)) and not is_number(value):
            return None
    a, b = [as_array(v) if not is_number(v) else v for v in (a, b)]
    dtype = operand_dtype(a, b)
    if real and dtype.kind != 'f':
        dtype = dtype_of('float64')
    return [torch.tensor(v, dtype=dtype.torch) if is_number(v) else cast(v._tensor, dtype) for v in (a, b)]


def _binary(function, real=False, swapped=False):
    def method(self, other):
        from ._array import result
        pair = operands(other, self, real) if swapped else operands(self, other, real)
        return NotImplemented if pair is None else result(function(*pair))
    return method


def _inplace(function, real=False):
    def method(self, other):
        from ._array import cast
        pair = operands(self, other, real)
        if pair is None:
            return NotImplemented
        out = function(*pair)
        if out.dtype.is_floating_point and self.dtype.kind != 'f':
            raise TypeError("Cannot cast ufunc output from dtype('float64') to dtype('int64') "
                            "with casting rule 'same_kind'")
        self._tensor[...] = cast(out, self.dtype)
        return self
    return method


def _power(a, b):
    if not a.dtype.is_floating_point and bool((b < 0).any()):
        raise ValueError('Integers to negative integer powers are not allowed.')
    return torch.pow(a, b)


def _bits(logical, bitwise):
    return lambda a, b: logical(a, b) if a.dtype == torch.bool else bitwise(a, b)


def _minus(a, b):
    if a.dtype == torch.bool:
        raise TypeError('numpy boolean subtract, the `-` operator, is not supported')
    return torch.sub(a, b)


def _plus(a, b):
    return torch.logical_or(a, b) if a.dtype == torch.bool else torch.add(a, b)


def _by_zero_is_zero(function):
    """Of whole numbers, in numpy."""
    def divide(a, b):
        if b.dtype.is_floating_point:
            return function(a, b)
        none = b == 0
        return torch.where(none, torch.zeros_like(b), function(a, torch.where(none, torch.ones_like(b), b)))
    return divide


_floor_division = _by_zero_is_zero(lambda a, b: torch.div(a, b, rounding_mode='floor'))
_remainder = _by_zero_is_zero(torch.remainder)


_and = _bits(torch.logical_and, torch.bitwise_and)
_or = _bits(torch.logical_or, torch.bitwise_or)
_xor = _bits(torch.logical_xor, torch.bitwise_xor)

__add__, __radd__, __iadd__ = _binary(_plus), _binary(_plus, swapped=True), _inplace(_plus)
__sub__, __rsub__, __isub__ = _binary(_minus), _binary(_minus, swapped=True), _inplace(_minus)
__mul__, __rmul__, __imul__ = _binary(torch.mul), _binary(torch.mul, swapped=True), _inplace(torch.mul)
__truediv__, __rtruediv__ = _binary(torch.div, True), _binary(torch.div, True, True)
__itruediv__ = _inplace(torch.div, True)
__floordiv__, __rfloordiv__ = _binary(_floor_division), _binary(_floor_division, swapped=True)
__ifloordiv__ = _inplace(_floor_division)
__mod__, __rmod__, __imod__ = _binary(_remainder), _binary(_remainder, swapped=True), _inplace(_remainder)
__pow__, __rpow__, __ipow__ = _binary(_power), _binary(_power, swapped=True), _inplace(_power)
__matmul__, __rmatmul__ = _binary(torch.matmul), _binary(torch.matmul, swapped=True)
__and__, __rand__, __iand__ = _binary(_and), _binary(_and, swapped=True), _inplace(_and)
__or__, __ror__, __ior__ = _binary(_or), _binary(_or, swapped=True), _inplace(_or)
__xor__ = _binary(_xor)
__eq__, __ne__ = _binary(torch.eq), _binary(torch.ne)
__lt__, __le__ = _binary(torch.lt), _binary(torch.le)
__gt__, __ge__ = _binary(torch.gt), _binary(torch.ge)


def __neg__(self):
    from ._array import result
    return result(torch.neg(self._tensor))


def __pos__(self):
    return self.copy()


def __abs__(self):
    from ._array import result
    return result(torch.abs(self._tensor))


def __invert__(self):
    from ._array import result
    tensor = self._tensor
    return result(torch.logical_not(tensor) if tensor.dtype == torch.bool else torch.bitwise_not(tensor))

"""numpy's scalar types."""
import _native
import _python
import torch

from ._array import Computing, as_array, generic, scalar
from ._dtypes import dtype_of

__module__ = 'numpy'


class number(generic):
    def __new__(cls, value=0):
        made = as_array(value, cls)
        return scalar(made._tensor) if not made.ndim else made


class integer(number): pass
class signedinteger(integer): pass
class unsignedinteger(integer): pass
class inexact(number): pass
class floating(inexact): pass


class float16(Computing, floating): pass
class float32(Computing, floating): pass
class int8(Computing, signedinteger): pass
class int16(Computing, signedinteger): pass
class int32(Computing, signedinteger): pass
class uint8(Computing, unsignedinteger): pass
class bool_(Computing, number): pass


class _Python:
    """A scalar whose arithmetic is Python's own."""

    def __new__(cls, value=0):
        return number.__new__(cls, value)

    @property
    def _tensor(self):
        return torch.tensor(self.__class__.python(self), dtype=dtype_of(self.__class__).torch)


class float64(_Python, float, floating):
    python = float


class int64(_Python, int, signedinteger):
    python = int


half, single, double, float_ = float16, float32, float64, float64
int_ = intp = int64

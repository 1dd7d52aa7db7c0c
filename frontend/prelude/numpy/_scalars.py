"""numpy's scalar types."""
import _native
import _python
import torch

from ._array import as_array, generic, scalar

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


class float16(floating): pass
class float32(floating): pass
class float64(floating): pass
class int8(signedinteger): pass
class int16(signedinteger): pass
class int32(signedinteger): pass
class int64(signedinteger): pass
class uint8(unsignedinteger): pass
class bool_(number): pass


half, single, double, float_ = float16, float32, float64, float64
int_ = intp = int64

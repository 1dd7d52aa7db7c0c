"""numpy's dtypes and scalar types, and which of them an operation gives.

Scalars of numpy's default kinds (float64, int64, bool) compute as Python's own numbers here.
Scalars of other kinds keep their kind as arrays without axes do.
"""
import _native
import _python

__module__ = 'numpy'

# name: torch's dtype, kind, bytes
_KINDS = {
    'bool': ('bool', 'b', 1), 'uint8': ('uint8', 'u', 1), 'int8': ('int8', 'i', 1),
    'int16': ('int16', 'i', 2), 'int32': ('int32', 'i', 4), 'int64': ('int64', 'i', 8),
    'float16': ('float16', 'f', 2), 'float32': ('float32', 'f', 4), 'float64': ('float64', 'f', 8),
}
_OTHER_NAMES = {
    'int': 'int64', 'float': 'float64', 'double': 'float64', 'single': 'float32', 'half': 'float16',
    'long': 'int64', 'intp': 'int64', 'f': 'float32', 'd': 'float64', 'i': 'int32', 'l': 'int64',
    'f4': 'float32', 'f8': 'float64', 'f2': 'float16', 'i1': 'int8', 'i2': 'int16', 'i4': 'int32',
    'i8': 'int64', 'u1': 'uint8', 'b': 'int8', '?': 'bool', 'bool_': 'bool', 'e': 'float16',
}


class dtype:
    """One object for each kind of number."""

    def __new__(cls, which):
        return dtype_of(which)

    @property
    def kind(self):
        return _KINDS[self.name][1]

    @property
    def itemsize(self):
        return _KINDS[self.name][2]

    @property
    def type(self):
        import numpy
        return getattr(numpy, 'bool_' if self.name == 'bool' else self.name)

    def __eq__(self, other):
        if isinstance(other, dtype):
            return self.name == other.name
        return isinstance(other, (type, str)) and dtype_of(other).name == self.name

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self.name)

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'dtype({self.name!r})'


def _made(name):
    made = object.__new__(dtype)
    made.name = name
    made.torch = getattr(_native.dtypes, _KINDS[name][0])
    return made


_known = {name: _made(name) for name in _KINDS}
_of_torch = {made.torch: made for made in _known.values()}


def dtype_of(which):
    """The dtype that a type, a name or a dtype stands for."""
    if isinstance(which, dtype):
        return which
    if isinstance(which, type):
        name = {int: 'int64', float: 'float64', bool: 'bool'}.get(which) or which.__name__.rstrip('_')
    else:
        name = str(which).lstrip('<=|')
    name = _OTHER_NAMES.get(name, name)
    if name not in _known:
        _python.refuse(f'the numpy dtype `{name}` is not supported')
        raise TypeError(f'data type {name!r} not understood')
    return _known[name]


def of_tensor(tensor):
    if tensor.dtype not in _of_torch:
        _python.refuse(f'numpy has no dtype for {tensor.dtype}')
        raise TypeError('Got unsupported ScalarType')
    return _of_torch[tensor.dtype]


def common(a, b):
    """Of two arrays: https://numpy.org/doc/stable/reference/generated/numpy.promote_types.html"""
    if a.name == b.name:
        return a
    if a.kind == b.kind:
        return a if a.itemsize >= b.itemsize else b
    if 'b' in (a.kind, b.kind):
        return b if a.kind == 'b' else a
    if 'f' in (a.kind, b.kind):
        real, whole = (a, b) if a.kind == 'f' else (b, a)
        least = {1: 2, 2: 4, 4: 8, 8: 8}[whole.itemsize]
        return real if real.itemsize >= least else _known[f'float{8 * least}']
    signed = a if a.kind == 'i' else b
    return signed if signed.itemsize > 1 else _known['int16']


def with_number(a, number):
    """Of an array and a Python number, which gives way unless its kind is a higher one."""
    if isinstance(number, bool):
        return a
    if isinstance(number, int):
        return _known['int64'] if a.kind == 'b' else a
    return a if a.kind == 'f' else _known['float64']

"""Complex tensors, which ONNX has not: a real tensor whose last axis, of size 2, holds the real and
the imaginary part, as `view_as_real` shows them. What rotary embeddings do with them is here; all
else is refused."""
import _native
import onnx
from ._arithmetic import atan2, hypot, mul
from ._errors import dtype_error, shape_error
from ._join import stack
from ._pointwise import cos, exp, sin
from ._support import axis_of, check_tensor, dtypes, floating, is_tensor, refuse_out

__module__ = 'torch'

_HINT = 'keep the real and imaginary parts in a last axis of size 2'


_Number = type(1j)


class ComplexDtype:
    is_complex, is_floating_point, is_signed = True, False, True

    def __init__(self, name, itemsize):
        self._name, self.itemsize = name, itemsize

    def __repr__(self):
        return 'torch.' + self._name


complex32 = ComplexDtype('complex32', 4)
complex64 = ComplexDtype('complex64', 8)
complex128 = ComplexDtype('complex128', 16)


def complex_operation(self, *args, **kwargs):
    return _native.refuse('this operation of complex tensors has no counterpart in ONNX', _HINT,
                          code='NN602')


def _sizes(args):
    return list(args[0]) if len(args) == 1 and isinstance(args[0], (list, tuple)) else list(args)


class ComplexTensor:
    stands_for_a_tensor = True
    to_be_returned_as = '`torch.view_as_real(x)`, the parts in a last axis of size 2'
    is_sparse = requires_grad = is_cuda = False

    def __init__(self, pair):
        self._pair = pair

    # Its form is that of the pair, less the last axis.

    @property
    def dtype(self):
        real = self._pair.dtype
        if real == dtypes.float16:
            return complex32
        return complex128 if real == dtypes.float64 else complex64

    @property
    def shape(self):
        return self._pair.shape[:-1]

    @property
    def ndim(self):
        return self._pair.ndim - 1

    @property
    def device(self):
        return self._pair.device

    def size(self, dim=None):
        return self.shape if dim is None else self.shape[dim]

    def dim(self):
        return self.ndim

    def numel(self):
        return self._pair.numel() // 2

    def is_complex(self):
        return True

    def is_floating_point(self):
        return False

    def view(self, *sizes):
        return ComplexTensor(self._pair.view(*_sizes(sizes), 2))

    def reshape(self, *sizes):
        return ComplexTensor(self._pair.reshape(*_sizes(sizes), 2))

    def expand(self, *sizes):
        return ComplexTensor(self._pair.expand(*_sizes(sizes), -1))

    def repeat(self, *counts):
        return ComplexTensor(self._pair.repeat(*_sizes(counts), 1))

    def flatten(self, start_dim=0, end_dim=-1):
        start, end = axis_of(start_dim, self.ndim), axis_of(end_dim, self.ndim)
        return ComplexTensor(self._pair.flatten(start, end))

    def unsqueeze(self, dim):
        return ComplexTensor(self._pair.unsqueeze(axis_of(dim, self.ndim + 1)))

    def squeeze(self, dim):
        return ComplexTensor(self._pair.squeeze(axis_of(dim, self.ndim)))

    def transpose(self, dim0, dim1):
        a, b = axis_of(dim0, self.ndim), axis_of(dim1, self.ndim)
        return ComplexTensor(self._pair.transpose(a, b))

    def permute(self, *dims):
        axes = [axis_of(dim, self.ndim) for dim in _sizes(dims)]
        return ComplexTensor(self._pair.permute(*axes, self.ndim))

    def __len__(self):
        return self.shape[0]

    def __getitem__(self, index):
        parts = index if isinstance(index, tuple) else (index,)
        if any(part is Ellipsis for part in parts):
            parts = parts + (slice(None),)
        return ComplexTensor(self._pair[parts])

    def __iter__(self):
        return iter([ComplexTensor(row) for row in self._pair])

    # Where it is, and that it is complex, do not change its numbers.

    def to(self, *args, **kwargs):
        for value in args + tuple(kwargs.values()):
            if isinstance(value, ComplexTensor):
                value = value.dtype
            if is_tensor(value) or isinstance(value, type(dtypes.float32)):
                return complex_operation(self)
            if isinstance(value, ComplexDtype) and value is not self.dtype:
                return complex_operation(self)
        return self

    def cpu(self):
        return self

    def resolve_conj(self):
        return self

    def cuda(self, device=None, non_blocking=False):
        return self

    def detach(self):
        return self

    def contiguous(self, memory_format=None):
        return self

    def clone(self):
        return ComplexTensor(self._pair.clone())

    # Numbers.

    @property
    def real(self):
        return self._pair[..., 0]

    @property
    def imag(self):
        return self._pair[..., 1]

    def abs(self):
        return hypot(self.real, self.imag)

    __abs__ = abs

    def angle(self):
        return atan2(self.imag, self.real)

    def conj(self):
        return complex(self.real, -self.imag)

    def __neg__(self):
        return ComplexTensor(-self._pair)

    def __add__(self, other):
        if isinstance(other, ComplexTensor):
            return ComplexTensor(self._pair + other._pair)
        if not _combines(other):
            return complex_operation(self)
        if not is_tensor(other):
            return ComplexTensor(self._pair + _pair_of(other, self._pair.dtype))
        real = self.real + other
        return complex(real, self.imag.expand(real.shape))

    __radd__ = __add__

    def __sub__(self, other):
        return self + -other if _combines(other) else complex_operation(self)

    def __rsub__(self, other):
        return -self + other if _combines(other) else complex_operation(self)

    def __mul__(self, other):
        if is_tensor(other):
            return ComplexTensor(self._pair * other.unsqueeze(-1))
        if isinstance(other, (int, float)):
            return ComplexTensor(self._pair * other)
        if not _combines(other):
            return complex_operation(self)
        a, b, c, d = self.real, self.imag, other.real, other.imag
        return complex(a * c - b * d, a * d + b * c)

    __rmul__ = __mul__

    def __truediv__(self, other):
        if is_tensor(other):
            return ComplexTensor(self._pair / other.unsqueeze(-1))
        if isinstance(other, (int, float)):
            return ComplexTensor(self._pair / other)
        return complex_operation(self)

    def exp(self):
        return polar(exp(self.real), self.imag)

    def __getattr__(self, name):
        return complex_operation(self)

    __setitem__ = __rtruediv__ = complex_operation
    __matmul__ = __rmatmul__ = __pow__ = __rpow__ = __bool__ = __float__ = complex_operation
    __int__ = __eq__ = __ne__ = __lt__ = __gt__ = __le__ = __ge__ = complex_operation


def _combines(other):
    return isinstance(other, (int, float, _Number, ComplexTensor)) or is_tensor(other)


def _pair_of(number, dtype):
    return _native.constant([number.real, number.imag], dtype)


def complex_constant(data, dtype):
    """The tensor of a Python number; nested lists of complex numbers are refused."""
    if not isinstance(data, (int, float, _Number)):
        return _native.refuse('a tensor of a list of complex numbers', _HINT)
    real = dtypes.float64 if dtype is complex128 else dtypes.float32
    return ComplexTensor(_pair_of(data, real))


def complex(real, imag, *, out=None):
    refuse_out(out)
    for part in (real, imag):
        check_tensor(part)
        if part.dtype not in (dtypes.float16, dtypes.float32, dtypes.float64):
            raise dtype_error('Expected both inputs to be Half, Float or Double tensors')
    if real.dtype != imag.dtype:
        raise dtype_error(f'Expected object of scalar type {real.dtype} but got scalar type '
                          f'{imag.dtype} for second argument')
    if len(real.shape) != len(imag.shape):
        return _native.refuse('parts of a complex tensor that differ in rank', _HINT)
    return ComplexTensor(stack([real, imag], -1))


def polar(abs, angle, *, out=None):
    if not abs.dtype.is_floating_point or abs.dtype != angle.dtype:
        raise dtype_error('Expected both inputs to be Half, Float or Double tensors of one type '
                          f'but got {abs.dtype} and {angle.dtype}')
    return complex(mul(abs, cos(angle)), mul(abs, sin(angle)), out=out)


def view_as_complex(input):
    if input.shape[-1] != 2:
        raise shape_error('Tensor must have a last dimension of size 2')
    if input.dtype not in (dtypes.float16, dtypes.float32, dtypes.float64):
        raise dtype_error(f'view_as_complex is only supported for half, float and double tensors, '
                          f'but got a tensor of scalar type: {input.dtype}')
    return ComplexTensor(input)


def view_as_real(input):
    if not isinstance(input, ComplexTensor):
        raise dtype_error('view_as_real is only supported for complex tensors')
    return input._pair


def angle(input, *, out=None):
    """Of a real number, pi where it is negative, and NaN of NaN."""
    if isinstance(input, ComplexTensor):
        return input.angle()
    x = floating(input, out)
    turned = onnx.Where(onnx.Less(x, 0.0), 3.141592653589793, onnx.Mul(x, 0.0))
    return onnx.Where(onnx.IsInf(x, detect_negative=0), 0.0, turned)


def real(input):
    """Of a real tensor, itself."""
    return input.real if isinstance(input, ComplexTensor) else input


def imag(input):
    return input.imag


def conj(input):
    """Of a real tensor, itself."""
    return input.conj() if isinstance(input, ComplexTensor) else input


def is_complex(input):
    return isinstance(input, ComplexTensor)

"""Discrete Fourier transforms: https://pytorch.org/docs/stable/fft.html. ONNX has no complex numbers,
so that each is a product of the real and imaginary parts with matrices of cosines and sines."""
import math
import _native
import onnx
from .._complex import ComplexTensor, complex as _complex
from .._errors import dtype_error, shape_error
from .._pointwise import cos, sin
from .._support import axis_of, cast, count_up, dtypes, floating, known, refuse_out, same
from .._view import moveaxis, narrow

__module__ = 'torch.fft'


def _parts(input):
    """The real and the imaginary part; None for that of a real tensor."""
    if isinstance(input, ComplexTensor):
        return input.real, input.imag
    return floating(input), None


def _real(input, name):
    if isinstance(input, ComplexTensor):
        raise dtype_error(f'{name} expects a real input tensor')
    return floating(input)


def _reads(size, count):
    """Whether it is known how many of `size` places a transform of `count` reads."""
    return (known(size) and known(count)) or same(size, count)


def _refuse_length():
    return _native.refuse('a Fourier transform whose length is not the size of its axis, when '
                          'that is not known', 'give the size with --input', code='NN403')


def _first(tensor, count):
    """At most `count` places of the last axis."""
    size = tensor.shape[-1]
    return tensor if same(size, count) or size <= count else narrow(tensor, -1, 0, count)


def _waves(places, steps, n, dtype):
    """Cosine and sine of 2 pi j k / n, [places, steps]; j k is first brought below n."""
    rows = onnx.Unsqueeze(count_up(0, places), [1])
    products = onnx.Mod(onnx.Mul(rows, count_up(0, steps)), n)
    exact = known(n) and known(places) and known(steps)
    wide = dtypes.float64 if exact or dtype == dtypes.float64 else dtypes.float32
    turn = onnx.Div(onnx.Cast(products, to=wide), onnx.Cast(_native.constant(n), to=wide))
    angles = onnx.Mul(turn, 2.0 * math.pi)
    return cast(cos(angles), dtype), cast(sin(angles), dtype)


def _power(norm, inverse):
    if norm not in (None, 'backward', 'ortho', 'forward'):
        raise RuntimeError(f'Invalid normalization mode: "{norm}"')
    if norm == 'ortho':
        return 0.5
    return 1.0 if inverse == (norm != 'forward') else 0.0


def _scaled(tensor, n, norm, inverse):
    """Divided by n to the power that the kind of normalisation asks for."""
    power = _power(norm, inverse)
    if power == 0.0:
        return tensor
    if known(n):
        return onnx.Mul(tensor, 1.0 / n ** power)
    length = onnx.Cast(_native.constant(n), to=tensor.dtype)
    return onnx.Div(tensor, onnx.Sqrt(length) if power == 0.5 else length)


def _complex_transform(input, n, dim, norm, inverse, half=False):
    real, imaginary = _parts(input)
    axis = axis_of(dim, real.ndim)
    n = real.shape[axis] if n is None else n
    if not _reads(real.shape[axis], n):
        return _refuse_length()
    real = _first(moveaxis(real, axis, -1), n)
    steps = n // 2 + 1 if half else n
    c, s = _waves(real.shape[-1], steps, n, real.dtype)
    if not inverse:
        s = onnx.Neg(s)
    re, im = onnx.MatMul(real, c), onnx.MatMul(real, s)
    if imaginary is not None:
        imaginary = _first(moveaxis(imaginary, axis, -1), n)
        re = onnx.Sub(re, onnx.MatMul(imaginary, s))
        im = onnx.Add(im, onnx.MatMul(imaginary, c))
    re, im = [moveaxis(_scaled(part, n, norm, inverse), -1, axis) for part in (re, im)]
    return _complex(re, im)


def fft(input, n=None, dim=-1, norm=None, *, out=None):
    refuse_out(out)
    return _complex_transform(input, n, dim, norm, False)


def ifft(input, n=None, dim=-1, norm=None, *, out=None):
    refuse_out(out)
    return _complex_transform(input, n, dim, norm, True)


def rfft(input, n=None, dim=-1, norm=None, *, out=None):
    refuse_out(out)
    return _complex_transform(_real(input, 'rfft'), n, dim, norm, False, True)


def irfft(input, n=None, dim=-1, norm=None, *, out=None):
    """The real signal of half a spectrum, whose other half is the mirror image: each step counts
    twice but the first and, of an even length, the middle one."""
    refuse_out(out)
    real, imaginary = _parts(input)
    axis = axis_of(dim, real.ndim)
    n = 2 * (real.shape[axis] - 1) if n is None else n
    if not _reads(real.shape[axis], n // 2 + 1):
        return _refuse_length()
    real = _first(moveaxis(real, axis, -1), n // 2 + 1)
    places = onnx.Unsqueeze(count_up(0, real.shape[-1]), [1])
    alone = onnx.Or(onnx.Equal(places, 0), onnx.Equal(onnx.Mul(places, 2), n))
    weight = onnx.Where(alone, _native.constant(1.0, real.dtype), _native.constant(2.0, real.dtype))
    c, s = _waves(real.shape[-1], n, n, real.dtype)
    result = onnx.MatMul(real, onnx.Mul(c, weight))
    if imaginary is not None:
        s = onnx.Where(alone, _native.constant(0.0, real.dtype), onnx.Mul(s, weight))
        imaginary = _first(moveaxis(imaginary, axis, -1), n // 2 + 1)
        result = onnx.Sub(result, onnx.MatMul(imaginary, s))
    return moveaxis(_scaled(result, n, norm, True), -1, axis)


# Of several axes: one after the other.

def _axes(input, s, dim):
    if dim is None:
        count = input.ndim if s is None else len(s)
        dim = range(-count, 0)
    dims = [dim] if isinstance(dim, int) else list(dim)
    lengths = [None if n == -1 else n for n in s] if s is not None else [None] * len(dims)
    if len(lengths) != len(dims):
        raise shape_error('When given, dim and shape arguments must have the same length')
    return list(zip(dims, lengths))


def fftn(input, s=None, dim=None, norm=None, *, out=None):
    for d, n in _axes(input, s, dim):
        input = fft(input, n, d, norm, out=out)
    return input


def ifftn(input, s=None, dim=None, norm=None, *, out=None):
    for d, n in _axes(input, s, dim):
        input = ifft(input, n, d, norm, out=out)
    return input


def rfftn(input, s=None, dim=None, norm=None, *, out=None):
    axes = _axes(input, s, dim)
    last, length = axes.pop()
    input = rfft(input, length, last, norm, out=out)
    for d, n in axes:
        input = fft(input, n, d, norm)
    return input


def irfftn(input, s=None, dim=None, norm=None, *, out=None):
    axes = _axes(input, s, dim)
    last, length = axes.pop()
    for d, n in axes:
        input = ifft(input, n, d, norm)
    return irfft(input, length, last, norm, out=out)


def fft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return fftn(input, s, dim, norm, out=out)


def ifft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return ifftn(input, s, dim, norm, out=out)


def rfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return rfftn(input, s, dim, norm, out=out)


def irfft2(input, s=None, dim=(-2, -1), norm=None, *, out=None):
    return irfftn(input, s, dim, norm, out=out)

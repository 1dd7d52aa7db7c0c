"""Tensors made from numbers. One device exists, so `device=` is accepted and changes nothing."""
import _native
import onnx
from ._complex import ComplexDtype, complex_constant
from ._errors import shape_error
from ._support import (cast, count_up, default_dtype, dtypes, is_tensor, known, refuse_out,
                       sizes_of, tensor_of, whole_range)

__module__ = 'torch'


def _made(tensor, requires_grad):
    if requires_grad:
        tensor.requires_grad = True
    return tensor


def _check_layout(layout, memory_format=None):
    if layout is not None and layout != 'torch.strided':
        _native.refuse(f'the layout {layout} has no counterpart in ONNX', code='NN602')


def filled(sizes, value, dtype):
    """A tensor of one repeated number; a constant where all sizes are known."""
    known = _native.filled(value, dtype, sizes)
    if known is not None:
        return known
    scalar = tensor_of(value, dtype)
    if not sizes:
        return scalar if not is_tensor(value) else onnx.Identity(scalar)
    return onnx.Expand(scalar, list(sizes))


def zeros(*sizes, size=None, out=None, dtype=None, layout=None, device=None, pin_memory=False,
          requires_grad=False, names=None):
    refuse_out(out)
    _check_layout(layout)
    return _made(filled(sizes_of(sizes, size), 0, dtype or default_dtype()), requires_grad)


def ones(*sizes, size=None, out=None, dtype=None, layout=None, device=None, pin_memory=False,
         requires_grad=False, names=None):
    refuse_out(out)
    _check_layout(layout)
    return _made(filled(sizes_of(sizes, size), 1, dtype or default_dtype()), requires_grad)


def empty(*sizes, size=None, out=None, dtype=None, layout=None, device=None, pin_memory=False,
          requires_grad=False, memory_format=None, names=None):
    """Whatever the memory holds: zeros are as good as any."""
    return zeros(*sizes, size=size, out=out, dtype=dtype, layout=layout, device=device,
                 requires_grad=requires_grad)


def full(size, fill_value, *, out=None, dtype=None, layout=None, device=None, pin_memory=False,
         requires_grad=False, names=None):
    refuse_out(out)
    _check_layout(layout)
    if dtype is None:
        dtype = fill_value.dtype if is_tensor(fill_value) else number_dtype(fill_value)
    sizes = [size] if isinstance(size, int) else sizes_of((size,))
    return _made(filled(sizes, fill_value, dtype), requires_grad)


def number_dtype(value):
    """torch's dtype for a Python number: bool, int64, or the default floating dtype."""
    if isinstance(value, bool):
        return dtypes.bool
    return dtypes.int64 if isinstance(value, int) else default_dtype()


def _like(input, value, dtype, requires_grad):
    return _made(filled(list(input.shape), value, dtype or input.dtype), requires_grad)


def zeros_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
               memory_format=None, pin_memory=False):
    _check_layout(layout)
    return _like(input, 0, dtype, requires_grad)


def ones_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
              memory_format=None, pin_memory=False):
    _check_layout(layout)
    return _like(input, 1, dtype, requires_grad)


def empty_like(input, *, dtype=None, layout=None, device=None, requires_grad=False,
               memory_format=None, pin_memory=False):
    _check_layout(layout)
    return _like(input, 0, dtype, requires_grad)


def full_like(input, fill_value, *, dtype=None, layout=None, device=None, requires_grad=False,
              memory_format=None, pin_memory=False):
    _check_layout(layout)
    return _like(input, fill_value, dtype, requires_grad)


def empty_strided(size, stride, *, dtype=None, layout=None, device=None, requires_grad=False,
                  pin_memory=False):
    return zeros(size, dtype=dtype, layout=layout, requires_grad=requires_grad)


def tensor(data, *, dtype=None, device=None, requires_grad=False, pin_memory=False):
    """A new tensor with the numbers of `data`, which may be nested and hold 0-d tensors."""
    array = getattr(data, '_tensor', None)
    data = array if is_tensor(array) else data
    if is_tensor(data):
        made = onnx.Identity(data) if dtype in (None, data.dtype) else onnx.Cast(data, to=dtype)
        return _made(made, requires_grad)
    if isinstance(data, complex) or isinstance(dtype, ComplexDtype):
        return complex_constant(data, dtype)
    return _made(_native.constant(data, dtype), requires_grad)


def as_tensor(data, dtype=None, device=None):
    array = getattr(data, '_tensor', None)
    data = array if is_tensor(array) else data
    if is_tensor(data):
        return cast(data, dtype) if dtype is not None else data
    return tensor(data, dtype=dtype)


def asarray(obj, *, dtype=None, device=None, copy=None, requires_grad=False):
    if copy:
        return tensor(obj, dtype=dtype, requires_grad=requires_grad)
    return _made(as_tensor(obj, dtype), requires_grad)


def scalar_tensor(s, *, dtype=None, layout=None, device=None, pin_memory=False,
                  requires_grad=False):
    return tensor(s, dtype=dtype or default_dtype(), requires_grad=requires_grad)


def from_numpy(ndarray):
    """The very memory of the array: numpy's float64 numbers stay float64."""
    if not hasattr(ndarray, '_tensor'):
        raise TypeError(f'expected np.ndarray (got {type(ndarray).__name__})')
    return ndarray._tensor


def arange(start=None, end=None, step=1, *, out=None, dtype=None, layout=None, device=None,
           pin_memory=False, requires_grad=False):
    refuse_out(out)
    _check_layout(layout)
    if end is None:
        if start is None:
            raise TypeError('arange() missing 1 required positional arguments: "end"')
        start, end = 0, start
    elif start is None:
        start = 0
    bounds = [start, end, step]
    if dtype is None:
        dtype = dtypes.int64
        for bound in bounds:
            if is_tensor(bound):
                floats = bound.dtype.is_floating_point
            else:
                floats = isinstance(bound, float)
            if floats:
                dtype = default_dtype()
    if not is_tensor(step) and known(step):
        if step == 0:
            raise RuntimeError('step must be nonzero')
        if known(start) and known(end) and not is_tensor(start) and not is_tensor(end):
            if (end - start) * step < 0:
                raise shape_error('upper bound and larger bound inconsistent with step sign')
            return _made(_known_range(start, end, step, dtype), requires_grad)
    return _made(_open_range(start, end, step, dtype), requires_grad)


def _known_range(start, end, step, dtype):
    """torch computes start + i * step in double, with as many i as fit before the end; for integers
    with all three numbers cut to integers first, the count with int64 only."""
    if isinstance(start, int) and isinstance(end, int) and isinstance(step, int):
        return cast(onnx.Range(*[_native.constant(n + 0) for n in (start, end, step)]), dtype)
    import math
    count = math.ceil((end - start) / step)
    if not dtype.is_floating_point:
        first, stride = int(start), int(step)
        if dtype == dtypes.int64:
            count = math.ceil((int(end) - first) / stride)
        counted = count_up(0, count, 1)
        return cast(onnx.Add(onnx.Mul(counted, stride), first), dtype)
    steps = onnx.Cast(count_up(0, count, 1), to=dtypes.float64)
    values = onnx.Add(onnx.Mul(steps, float(step)), float(start))
    return onnx.Cast(values, to=dtype)


def _open_range(start, end, step, dtype):
    wide = dtypes.int64
    for bound in (start, end, step):
        if (bound.dtype.is_floating_point if is_tensor(bound) else isinstance(bound, float)):
            wide = dtypes.float64
    if wide == dtypes.int64:
        return cast(whole_range(start, end, step), dtype)
    return cast(onnx.Range(*[tensor_of(bound, wide) for bound in (start, end, step)]), dtype)


def range(start=0, end=None, step=1, *, out=None, dtype=None, layout=None, device=None,
          requires_grad=False):
    """The deprecated torch.range, whose end is included."""
    if end is None:
        start, end = 0, start
    return arange(start, end + step, step, out=out, dtype=dtype or default_dtype(),
                  requires_grad=requires_grad)


def linspace(start, end, steps, *, out=None, dtype=None, layout=None, device=None,
             pin_memory=False, requires_grad=False):
    """From both ends to the middle, as torch does, so that both ends are exact."""
    refuse_out(out)
    _check_layout(layout)
    dtype = dtype or default_dtype()
    start, end = _cut(start, dtype), _cut(end, dtype)
    if not known(steps):
        return _open_linspace(start, end, steps, dtype)
    if steps < 0:
        raise shape_error('number of steps must be non-negative')
    if steps == 1:
        return _made(filled([1], start, dtype), requires_grad)
    places = onnx.Cast(count_up(0, steps, 1), to=dtypes.float64)
    start, end = tensor_of(start, dtypes.float64), tensor_of(end, dtypes.float64)
    step = onnx.Div(onnx.Sub(end, start), float(max(steps - 1, 1)))
    low = onnx.Add(start, onnx.Mul(step, places))
    high = onnx.Sub(end, onnx.Mul(step, onnx.Sub(float(steps - 1), places)))
    values = onnx.Where(onnx.Less(places, float(steps // 2)), low, high)
    return _made(cast(values, dtype), requires_grad)


def _cut(bound, dtype):
    """torch takes the ends in the dtype of the result."""
    if dtype.is_floating_point:
        return bound
    if is_tensor(bound):
        return cast(bound, dtypes.int64)
    return int(bound) if known(bound) else bound


def _open_linspace(start, end, steps, dtype):
    places = onnx.Cast(count_up(0, steps, 1), to=dtypes.float64)
    start, end = tensor_of(start, dtypes.float64), tensor_of(end, dtypes.float64)
    gaps = tensor_of(max(steps - 1, 1), dtypes.float64)
    step = onnx.Div(onnx.Sub(end, start), gaps)
    return cast(onnx.Add(start, onnx.Mul(step, places)), dtype)


def logspace(start, end, steps, base=10.0, *, out=None, dtype=None, layout=None, device=None,
             pin_memory=False, requires_grad=False):
    refuse_out(out)
    dtype = dtype or default_dtype()
    exponents = linspace(_cut(start, dtype), _cut(end, dtype), steps, dtype=dtypes.float64)
    return _made(cast(onnx.Pow(float(base), exponents), dtype), requires_grad)


def eye(n, m=None, *, out=None, dtype=None, layout=None, device=None, pin_memory=False,
        requires_grad=False):
    refuse_out(out)
    _check_layout(layout)
    rows = onnx.Unsqueeze(count_up(0, n, 1), [1])
    columns = count_up(0, n if m is None else m, 1)
    return _made(cast(onnx.Equal(rows, columns), dtype or default_dtype()), requires_grad)


# Windows of signal processing.

def _window(window_length, periodic, dtype, terms):
    """A sum of cosines: terms[k] * cos(2 * pi * k * n / span)."""
    if window_length == 1:
        return ones(1, dtype=dtype)
    span = window_length if periodic else window_length - 1
    places = onnx.Cast(count_up(0, window_length, 1), to=dtypes.float64)
    total = None
    for k in builtins_range(len(terms)):
        wave = onnx.Cos(onnx.Mul(places, 6.283185307179586 * k / span))
        part = onnx.Mul(wave, terms[k])
        total = part if total is None else onnx.Add(total, part)
    return cast(total, dtype or default_dtype())


def builtins_range(n):
    """Python's range, whose name is torch's in this file."""
    i = 0
    while i < n:
        yield i
        i += 1


def hann_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                pin_memory=False, requires_grad=False):
    return _window(window_length, periodic, dtype, [0.5, -0.5])


def hamming_window(window_length, periodic=True, alpha=0.54, beta=0.46, *, dtype=None,
                   layout=None, device=None, pin_memory=False, requires_grad=False):
    return _window(window_length, periodic, dtype, [alpha, -beta])


def blackman_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                    pin_memory=False, requires_grad=False):
    return _window(window_length, periodic, dtype, [0.42, -0.5, 0.08])


def kaiser_window(window_length, periodic=True, beta=12.0, *, dtype=None, layout=None,
                  device=None, pin_memory=False, requires_grad=False):
    """I0(beta * sqrt(1 - x²)) / I0(beta), x from -1 to 1."""
    if not known(beta):
        return _native.refuse('`kaiser_window` of a `beta` that is known only when the model runs',
                              'give `beta` as a number')
    if window_length == 1:
        return ones(1, dtype=dtype)
    span = window_length if periodic else window_length - 1
    places = onnx.Cast(count_up(0, window_length, 1), to=dtypes.float64)
    x = onnx.Sub(onnx.Mul(places, 2.0 / span), 1.0)
    square = onnx.Max(onnx.Sub(1.0, onnx.Mul(x, x)), 0.0)
    return cast(_bessel_ratio(square, beta), dtype or default_dtype())


def _bessel_ratio(square, beta):
    """I0(beta * sqrt(square)) / I0(beta) by I0's power series, (z/2)^(2k) / k!² for each k, which
    has positive terms alone: as many as count for beta, where they decrease most slowly."""
    quarter = beta * beta / 4.0
    terms, total, term = [1.0], 1.0, 1.0
    while term > total * 1e-18:
        term = term * quarter / len(terms) ** 2
        total += term
        terms.append(term)
    value = tensor_of(terms[-1] / total, dtypes.float64)
    for term in reversed(terms[:-1]):
        value = onnx.Add(onnx.Mul(value, square), term / total)
    return value


def bartlett_window(window_length, periodic=True, *, dtype=None, layout=None, device=None,
                    pin_memory=False, requires_grad=False):
    if window_length == 1:
        return ones(1, dtype=dtype)
    span = window_length if periodic else window_length - 1
    places = onnx.Cast(count_up(0, window_length, 1), to=dtypes.float64)
    slope = onnx.Sub(onnx.Mul(places, 2.0 / span), 1.0)
    return cast(onnx.Sub(1.0, onnx.Abs(slope)), dtype or default_dtype())

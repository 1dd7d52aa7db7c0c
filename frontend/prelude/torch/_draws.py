"""Draws of random numbers. In a constructor the command line's seed draws them; in forward they
become ONNX's random operators, whose numbers are of the same distribution and of no seed."""
import _native
import onnx
from ._support import cast, dtypes, is_tensor, known, tensor_of

__module__ = 'torch'

# The bits of a number drawn from [0, 1), where ONNX Runtime cannot draw the dtype itself.
_BITS = {dtypes.float16: 11, dtypes.bfloat16: 8}
# Beyond it not every integer is a double.
_LARGEST_RANGE = 2 ** 53


def _unit(sizes, dtype):
    """From [0, 1): float32 or float64, which ONNX Runtime draws itself."""
    if all(known(size) for size in sizes):
        return onnx.RandomUniform(shape=list(sizes), dtype=dtype)
    return onnx.RandomUniformLike(onnx.Expand(tensor_of(0, dtype), list(sizes)))


def _standard(sizes, dtype):
    """Of mean 0 and deviation 1, of these dtypes as well."""
    if all(known(size) for size in sizes):
        return onnx.RandomNormal(shape=list(sizes), dtype=dtype)
    return onnx.RandomNormalLike(onnx.Expand(tensor_of(0, dtype), list(sizes)))


def _scaled(draw, factor, offset):
    if is_tensor(factor) or factor != 1:
        draw = onnx.Mul(draw, factor)
    return onnx.Add(draw, offset) if is_tensor(offset) or offset != 0 else draw


def _uniform(sizes, dtype, low, high):
    if known(low) and known(high) and low > high:
        raise RuntimeError(f'uniform_ expects to return a [from, to) range, but found from={low} > '
                           f'to={high}')
    if dtype not in _BITS:
        return _scaled(_unit(sizes, dtype), high - low, low)
    steps = float(2 ** _BITS[dtype])
    draw = _unit(sizes, dtypes.float32)
    draw = onnx.Div(onnx.Floor(onnx.Mul(draw, steps)), steps)
    return _scaled(onnx.Cast(draw, to=dtype), high - low, low)


def _normal(sizes, dtype, mean, std):
    if known(std) and std < 0:
        raise RuntimeError(f'normal expects std >= 0.0, but found std {std}')
    draw = _standard(sizes, dtypes.float32 if dtype in _BITS else dtype)
    return _scaled(onnx.Cast(draw, to=dtype) if dtype in _BITS else draw, std, mean)


def _integers(sizes, dtype, low, high):
    if known(low) and known(high):
        if low >= high:
            raise RuntimeError(f"random_ expects 'from' to be less than 'to', but got from={low} "
                               f'>= to={high}')
        if high - low > _LARGEST_RANGE:
            _native.refuse('integers are drawn from a range of more than 2**53')
    draw = _unit(sizes, dtypes.float64)
    count = tensor_of(high - low, dtypes.float64)
    place = onnx.Min(onnx.Floor(onnx.Mul(draw, count)), onnx.Sub(count, 1.0))
    return cast(onnx.Add(onnx.Cast(place, to=dtypes.int64), low), dtype)


def _permutation(sizes, dtype):
    draw = _unit(sizes, dtypes.float64)
    order = onnx.TopK(draw, tensor_of(sizes, dtypes.int64), outputs=2)[1]
    return cast(order, dtype)


def _bernoulli(sizes, dtype, p):
    if known(p) and not 0 <= p <= 1:
        raise RuntimeError(f'bernoulli_ expects p to be in [0, 1], but got p={p}')
    draw = _unit(sizes, dtypes.float64)
    return onnx.Cast(onnx.Less(draw, tensor_of(p, dtypes.float64)), to=dtype)


def _begins(generator):
    """Whether a draw is one of each run of the model."""
    if not _native.draws_in_forward():
        return False
    if generator is not None:
        _native.refuse('a `generator` has numbers of its own, which ONNX cannot repeat',
                       'draw from the default generator, or outside of the model')
    return True


def _check_floating(dtype):
    if not dtype.is_floating_point:
        _native.refuse(f'no numbers of {dtype} are drawn from this distribution')


# Each is of the seed of the command line in a constructor, of each run of the model in forward.

def uniform(sizes, dtype, low=0.0, high=1.0, generator=None):
    if not _begins(generator):
        return _native.random('uniform', sizes, dtype, low, high)
    _check_floating(dtype)
    return _uniform(list(sizes), dtype, low, high)


def gaussian(sizes, dtype, mean=0.0, std=1.0, generator=None):
    if not _begins(generator):
        return _native.random('normal', sizes, dtype, mean, std)
    _check_floating(dtype)
    return _normal(list(sizes), dtype, mean, std)


def integers(sizes, dtype, low, high, generator=None):
    if not _begins(generator):
        return _native.random('integers', sizes, dtype, low, high)
    return _integers(list(sizes), dtype, low, high)


def permutation(sizes, dtype, generator=None):
    if not _begins(generator):
        return _native.random('permutation', sizes, dtype)
    return _permutation(list(sizes), dtype)


def coins(sizes, dtype, p, generator=None):
    if not _begins(generator):
        return _native.random('bernoulli', sizes, dtype, p)
    return _bernoulli(list(sizes), dtype, p)

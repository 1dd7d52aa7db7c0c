"""Activations. `inplace=True` writes the result into the input, as torch does."""
import _native
import onnx
from ... import _kernels as kernels
from ..._draws import uniform
from ..._errors import shape_error
from ..._support import axis_of, check_tensor, dtypes, floating, known, tensor_of
from ..._pointwise import expm1, log1p, sigmoid, tanh
from ..._pointwise import relu as plain_relu
from ..._random import exponentials

__module__ = 'torch.nn.functional'


def _is_double(input):
    """ONNX Runtime has most activations in single precision only: of float64, the formula."""
    return input.dtype == dtypes.float64


def _finish(input, result, inplace):
    return _native.write(input, result) if inplace else result


def relu(input, inplace=False):
    return _finish(input, plain_relu(input), inplace)


def relu_(input):
    return _native.write(input, plain_relu(input))


def relu6(input, inplace=False):
    return _finish(input, kernels.Clip(input, 0, 6), inplace)


def hardtanh(input, min_val=-1.0, max_val=1.0, inplace=False):
    return _finish(input, kernels.Clip(input, min_val, max_val), inplace)


def hardtanh_(input, min_val=-1.0, max_val=1.0):
    return hardtanh(input, min_val, max_val, True)


def leaky_relu(input, negative_slope=0.01, inplace=False):
    return _finish(input, kernels.LeakyRelu(input, alpha=float(negative_slope)), inplace)


def leaky_relu_(input, negative_slope=0.01):
    return leaky_relu(input, negative_slope, True)


def elu(input, alpha=1.0, inplace=False):
    return _finish(input, _elu(input, float(alpha)), inplace)


def _elu(input, alpha, scale=1.0):
    """x where it is positive, else alpha * (exp(x / scale) - 1)."""
    if not _is_double(input) and scale == 1.0:
        return kernels.Elu(input, alpha=alpha)
    below = onnx.Mul(expm1(onnx.Div(input, scale)), alpha)
    return onnx.Where(onnx.Greater(input, 0.0), input, below)


def elu_(input, alpha=1.0):
    return elu(input, alpha, True)


def celu(input, alpha=1.0, inplace=False):
    """max(0, x) + min(0, alpha * (exp(x / alpha) - 1)), of ONNX's Elu scaled on both sides."""
    if alpha == 0:
        raise RuntimeError('ZeroDivisionError: alpha cannot be 0 for CELU')
    if alpha == 1:
        return elu(input, 1.0, inplace)
    if alpha < 0 or _is_double(input):
        return _finish(input, _elu(input, alpha, alpha), inplace)
    scaled = onnx.Mul(kernels.Elu(onnx.Div(input, alpha)), alpha)
    return _finish(input, scaled, inplace)


def celu_(input, alpha=1.0):
    return celu(input, alpha, True)


def selu(input, inplace=False):
    if _is_double(input):
        scaled = onnx.Mul(_elu(input, 1.6732632423543772848), 1.0507009873554804934)
        return _finish(input, scaled, inplace)
    return _finish(input, kernels.Selu(input), inplace)


def selu_(input):
    return selu(input, True)


def gelu(input, approximate='none'):
    if approximate not in ('none', 'tanh'):
        raise RuntimeError('approximate argument must be either none or tanh.')
    check_tensor(input)
    return onnx.Gelu(input, approximate=approximate)


def silu(input, inplace=False):
    return _finish(input, onnx.Mul(input, onnx.Sigmoid(input)), inplace)


def mish(input, inplace=False):
    if _is_double(input):
        return _finish(input, onnx.Mul(input, onnx.Tanh(_smooth(input))), inplace)
    return _finish(input, kernels.Mish(input), inplace)


def hardsigmoid(input, inplace=False):
    return _finish(input, _hardsigmoid(input), inplace)


def _hardsigmoid(input):
    if _is_double(input):
        return onnx.Div(onnx.Clip(onnx.Add(input, 3.0), 0.0, 6.0), 6.0)
    return kernels.HardSigmoid(input, alpha=1 / 6, beta=0.5)


def hardswish(input, inplace=False):
    if _is_double(input):
        return _finish(input, onnx.Mul(input, _hardsigmoid(input)), inplace)
    return _finish(input, kernels.HardSwish(input), inplace)


def _smooth(input):
    """log(1 + exp(x)), without the overflow of exp."""
    if not _is_double(input):
        return kernels.Softplus(input)
    return onnx.Add(onnx.Relu(input), log1p(onnx.Exp(onnx.Neg(onnx.Abs(input)))))


def softplus(input, beta=1, threshold=20):
    """log(1 + exp(beta * x)) / beta, and x itself where beta * x > threshold: there the two
    differ by less than exp(-threshold), which for 20 and more is below float32's precision."""
    if threshold < 17 or input.dtype == dtypes.float64:
        scaled = input if beta == 1 else onnx.Mul(input, beta)
        smooth = _smooth(scaled)
        if beta != 1:
            smooth = onnx.Div(smooth, beta)
        return onnx.Where(onnx.Greater(scaled, threshold), input, smooth)
    if beta == 1:
        return kernels.Softplus(input)
    return onnx.Div(kernels.Softplus(onnx.Mul(input, beta)), beta)


def logsigmoid(input):
    """log(sigmoid(x)) = -softplus(-x)."""
    return onnx.Neg(_smooth(onnx.Neg(input)))


def softsign(input):
    """x / (1 + |x|). ONNX Runtime has the operator in single precision only."""
    if input.dtype == dtypes.float64 or not input.dtype.is_floating_point:
        return input / (input.abs() + 1)
    return onnx.Softsign(input)


def tanhshrink(input):
    x = floating(input)
    return onnx.Sub(x, onnx.Tanh(x))


def softshrink(input, lambd=0.5):
    if lambd < 0:
        raise RuntimeError(f'lambda must be greater or equal to 0, but found to be {lambd}.')
    return onnx.Shrink(input, bias=float(lambd), lambd=float(lambd))


def hardshrink(input, lambd=0.5):
    """Of NaN gives NaN, which ONNX's Shrink would turn to 0."""
    inside = onnx.LessOrEqual(onnx.Abs(input), lambd)
    return onnx.Where(inside, 0.0, input)


def _thresholded(input, threshold, value):
    below = onnx.LessOrEqual(input, threshold)
    return kernels.Where(below, tensor_of(value, input.dtype), input)


def threshold(input, threshold, value, inplace=False):
    return _finish(input, _thresholded(input, threshold, value), inplace)


def threshold_(input, threshold, value):
    return _native.write(input, _thresholded(input, threshold, value))


def prelu(input, weight):
    """One slope, or one for each channel (axis 1)."""
    count = weight.shape[0] if weight.ndim > 0 else 1
    if known(count) and count == 1:
        if input.ndim == 0:
            return kernels.PRelu(input, onnx.Reshape(weight, []))
        return kernels.PRelu(input, weight if weight.ndim == 1 else onnx.Reshape(weight, [1]))
    if input.ndim < 2:
        channels = 1 if input.ndim == 0 else input.shape[0]
        raise shape_error('Mismatch of parameter numbers and input channel size. Found parameter '
                          f'numbers = {count} and channel size = 1.')
    channels = input.shape[1]
    if known(channels) and known(count) and channels != count:
        raise shape_error('Mismatch of parameter numbers and input channel size. Found parameter '
                          f'numbers = {count} and channel size = {channels}.')
    trailing = input.ndim - 2
    if trailing:
        weight = onnx.Unsqueeze(weight, list(range(1, trailing + 1)))
    return kernels.PRelu(input, weight)


def rrelu(input, lower=1.0 / 8, upper=1.0 / 3, training=False, inplace=False):
    if training:
        slopes = uniform(input.shape, input.dtype, lower, upper)
        result = onnx.Where(onnx.Greater(input, 0.0), input, onnx.Mul(input, slopes))
        return _native.write(input, result) if inplace else result
    return leaky_relu(input, (lower + upper) / 2, inplace)


def rrelu_(input, lower=1.0 / 8, upper=1.0 / 3, training=False):
    return rrelu(input, lower, upper, training, True)


def glu(input, dim=-1):
    """The first half of an axis times the sigmoid of the second."""
    if input.ndim == 0:
        raise shape_error('glu does not support 0-dimensional tensors')
    axis = axis_of(dim, input.ndim)
    size = input.shape[axis]
    if known(size) and size % 2 != 0:
        raise shape_error(f'Halving dimension must be even, but dimension {axis} is size {size}')
    a, b = onnx.Split(input, [size // 2, size // 2], axis=axis, outputs=2)
    return onnx.Mul(a, onnx.Sigmoid(b))


def softmin(input, dim=None, _stacklevel=3, dtype=None):
    from ..._softmax import softmax_function
    return softmax_function(kernels.Neg(input), dim, dtype=dtype)


def gumbel_softmax(logits, tau=1, hard=False, eps=1e-10, dim=-1):
    from ..._softmax import softmax_function
    noise = onnx.Neg(onnx.Log(exponentials(logits.shape, logits.dtype)))
    soft = softmax_function(onnx.Div(onnx.Add(logits, noise), tau), dim)
    if not hard:
        return soft
    # As torch computes it, with the rounding of the two that cancel.
    index = onnx.ArgMax(soft, axis=axis_of(dim, soft.ndim), keepdims=1)
    ones = onnx.Expand(_native.constant(1, soft.dtype), index.shape)
    chosen = onnx.ScatterElements(onnx.Mul(soft, 0.0), index, ones, axis=axis_of(dim, soft.ndim))
    return onnx.Add(onnx.Sub(chosen, soft), soft)

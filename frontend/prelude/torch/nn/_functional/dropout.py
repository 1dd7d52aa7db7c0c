"""Dropout: nothing in eval, random in training. ONNX's own operator is of no use for it: ONNX
Runtime leaves it out wherever it is asked for inference."""
import math
import _native
import onnx
from ..._create import filled
from ..._draws import coins

__module__ = 'torch.nn.functional'


def _check(p):
    if p < 0.0 or p > 1.0:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')


def dropout(input, p=0.5, training=True, inplace=False):
    _check(p)
    if not training or p == 0:
        return input
    if p == 1:
        result = onnx.Mul(input, 0.0)
    else:
        kept = coins(input.shape, input.dtype, 1.0 - p)
        result = onnx.Mul(input, onnx.Div(kept, 1.0 - p))
    return _native.write(input, result) if inplace else result


def _channel_dropout(input, p, training, inplace, name):
    """Drops whole channels: a mask of one number a channel."""
    _check(p)
    if not training or p == 0:
        return input
    ones = filled(list(input.shape[:2]) + [1] * (input.ndim - 2), 1, input.dtype)
    result = onnx.Mul(input, dropout(ones, p))
    return _native.write(input, result) if inplace else result


def dropout1d(input, p=0.5, training=True, inplace=False):
    return _channel_dropout(input, p, training, inplace, 'dropout1d')


def dropout2d(input, p=0.5, training=True, inplace=False):
    return _channel_dropout(input, p, training, inplace, 'dropout2d')


def dropout3d(input, p=0.5, training=True, inplace=False):
    return _channel_dropout(input, p, training, inplace, 'dropout3d')


def _alpha_dropout(input, sizes, p, inplace):
    """Drops to the negative saturation of SELU, and keeps mean and variance."""
    saturation = 1.7580993408473766
    if p == 1:
        result = onnx.Mul(input, 0.0)
    else:
        scale = 1.0 / math.sqrt((saturation * saturation * p + 1) * (1 - p))
        kept = coins(sizes, input.dtype, 1 - p)
        moved = onnx.Add(onnx.Mul(onnx.Sub(kept, 1.0), saturation * scale),
                         saturation * scale * p)
        result = onnx.Add(onnx.Mul(input, onnx.Mul(kept, scale)), moved)
    return _native.write(input, result) if inplace else result


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    _check(p)
    if not training or p == 0:
        return input
    return _alpha_dropout(input, input.shape, p, inplace)


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    _check(p)
    if not training or p == 0:
        return input
    sizes = list(input.shape[:2]) + [1] * (input.ndim - 2)
    return _alpha_dropout(input, sizes, p, inplace)

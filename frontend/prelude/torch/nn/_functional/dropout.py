"""Dropout: nothing in eval; random, and so ONNX's Dropout, in training."""
import _native
import onnx
from ..._create import filled

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
        result = onnx.Dropout(input, float(p), True)
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


def alpha_dropout(input, p=0.5, training=False, inplace=False):
    _check(p)
    if not training or p == 0:
        return input
    return _native.refuse('`alpha_dropout` in training')


def feature_alpha_dropout(input, p=0.5, training=False, inplace=False):
    _check(p)
    if not training or p == 0:
        return input
    return _native.refuse('`feature_alpha_dropout` in training')

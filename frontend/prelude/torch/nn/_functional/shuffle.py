"""Rearrangements between space and channels."""
import _native
import onnx
from ..._errors import shape_error
from ..._support import count_up, known, product, reshaped
from .conv import _batched, _sizes

__module__ = 'torch.nn.functional'


def _lead(input):
    """The input with one leading axis before (C, H, W), and the axes that were there."""
    lead = list(input.shape[:-3])
    if len(lead) == 1:
        return input, None
    if not lead:
        return onnx.Unsqueeze(input, [0]), lead
    return reshaped(input, [product(lead)] + list(input.shape[-3:])), lead


def _unlead(output, lead):
    if lead is None:
        return output
    if not lead:
        return onnx.Squeeze(output, [0])
    return reshaped(output, lead + list(output.shape[-3:]))


def pixel_shuffle(input, upscale_factor):
    if input.ndim < 3:
        raise shape_error('pixel_shuffle expects input to have at least 3 dimensions, but got '
                          f'input with {input.ndim} dimension(s)')
    r = upscale_factor
    channels = input.shape[-3]
    if known(channels) and channels % (r * r) != 0:
        raise shape_error("pixel_shuffle expects its input's 'channel' dimension to be divisible "
                          f'by the square of upscale_factor, but input.size(-3)={channels} is '
                          f'not divisible by {r * r}')
    x, lead = _lead(input)
    if not x.dtype.is_floating_point:
        # ONNX Runtime moves floating point only.
        n, c, h, w = x.shape
        split = reshaped(x, [n, c // (r * r), r, r, h, w])
        moved = onnx.Transpose(split, perm=[0, 1, 4, 2, 5, 3])
        return _unlead(reshaped(moved, [n, c // (r * r), h * r, w * r]), lead)
    return _unlead(onnx.DepthToSpace(x, blocksize=r, mode='CRD'), lead)


def pixel_unshuffle(input, downscale_factor):
    """SpaceToDepth orders depth first; torch wants channels first."""
    r = downscale_factor
    for at, name in ((-2, 'height'), (-1, 'width')):
        size = input.shape[at]
        if known(size) and size % r != 0:
            raise shape_error(f'pixel_unshuffle expects {name} to be divisible by '
                              f'downscale_factor, but input.size({at})={size} is not divisible '
                              f'by {r}')
    x, lead = _lead(input)
    n, c, h, w = x.shape
    split = reshaped(x, [n, c, h // r, r, w // r, r])
    moved = onnx.Transpose(split, perm=[0, 1, 3, 5, 2, 4])
    return _unlead(reshaped(moved, [n, c * r * r, h // r, w // r]), lead)


def channel_shuffle(input, groups):
    shape = list(input.shape)
    channels = shape[1]
    if known(channels) and channels % groups != 0:
        raise shape_error('Number of channels must be divisible by groups. Got '
                          f'{channels} channels and {groups} groups.')
    split = reshaped(input, [shape[0], groups, channels // groups] + shape[2:])
    perm = [0, 2, 1] + list(range(3, len(shape) + 1))
    return reshaped(onnx.Transpose(split, perm=perm), shape)


def native_channel_shuffle(input, groups):
    return channel_shuffle(input, groups)


def unfold(input, kernel_size, dilation=1, padding=0, stride=1):
    """im2col: a Gather of the rows of each window, then of the columns."""
    kernel, dilation = _sizes(kernel_size, 2, 'kernel_size'), _sizes(dilation, 2, 'dilation')
    padding, stride = _sizes(padding, 2, 'padding'), _sizes(stride, 2, 'stride')
    x, added = _batched(input, 2, 'unfold')
    n, c, h, w = x.shape
    rows, columns = _window_count(h, 0, kernel, dilation, padding, stride), \
        _window_count(w, 1, kernel, dilation, padding, stride)
    if max(padding) > 0:
        x = onnx.Pad(x, [0, 0] + padding + [0, 0] + padding)
    x = onnx.Gather(x, _places(rows, 0, kernel, dilation, stride), axis=2)
    x = onnx.Gather(x, _places(columns, 1, kernel, dilation, stride), axis=4)
    # n, c, kernel row, row, kernel column, column
    x = onnx.Transpose(x, perm=[0, 1, 2, 4, 3, 5])
    y = reshaped(x, [n, c * kernel[0] * kernel[1], rows * columns])
    return onnx.Squeeze(y, [0]) if added else y


def _window_count(size, i, kernel, dilation, padding, stride):
    return (size + 2 * padding[i] - dilation[i] * (kernel[i] - 1) - 1) // stride[i] + 1


def _places(count, i, kernel, dilation, stride):
    """[kernel, count]: where element k of window j lies."""
    steps = count_up(0, count * stride[i], stride[i])
    taps = _native.constant([[k * dilation[i]] for k in range(kernel[i])])
    return onnx.Add(taps, steps)


def fold(input, output_size, kernel_size, dilation=1, padding=0, stride=1):
    """col2im: the windows added up where they overlap."""
    x, added = (onnx.Unsqueeze(input, [0]), True) if input.ndim == 2 else (input, False)
    pads = _sizes(padding, 2, 'padding')
    y = onnx.Col2Im(x, _pair_of(output_size), _sizes(kernel_size, 2, 'kernel_size'),
                    dilations=_sizes(dilation, 2, 'dilation'), pads=pads + pads,
                    strides=_sizes(stride, 2, 'stride'))
    return onnx.Squeeze(y, [0]) if added else y


def _pair_of(value):
    return [value, value] if isinstance(value, int) else list(value)

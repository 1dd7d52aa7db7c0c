"""Convolution whose taps stand wherever offsets put them."""
import _native
import onnx
from ..._errors import shape_error
from ..._support import cast, count_up, dtypes

__module__ = 'torch.ops.torchvision'


def deform_conv2d(input, weight, offset, mask, bias, stride_h, stride_w, pad_h, pad_w, dilation_h,
                  dilation_w, groups, offset_groups, use_mask):
    """The taps gathered by bilinear sampling, zeros beyond the image, and one product a group."""
    if input.ndim != 4 or weight.ndim != 4 or offset.ndim != 4:
        raise shape_error('deform_conv2d: input, weight and offset must have four axes')
    n, channels = input.shape[0], input.shape[1]
    out_channels, kernel = weight.shape[0], list(weight.shape[2:])
    taps = kernel[0] * kernel[1]
    out = list(offset.shape[2:])
    # By image, group of offsets, tap, and whether down or across.
    moved = onnx.Reshape(offset, [n, offset_groups, taps, 2, *out])
    y, x = [onnx.Add(onnx.Squeeze(onnx.Slice(moved, [axis], [axis + 1], [3]), [3]), base)
            for axis, base in enumerate(_grid(kernel, out, (stride_h, stride_w), (pad_h, pad_w),
                                              (dilation_h, dilation_w), input.dtype))]
    per_group = channels // offset_groups
    maps = onnx.Reshape(input, [n, offset_groups, per_group, -1])
    samples = _sampled(maps, y, x, input.shape[2], input.shape[3])
    if use_mask:
        weights = onnx.Reshape(mask, [n, offset_groups, 1, -1])
        samples = onnx.Mul(samples, weights)
    columns = onnx.Reshape(samples, [n, groups, channels // groups * taps, -1])
    filters = onnx.Reshape(weight, [groups, out_channels // groups, -1])
    result = onnx.Reshape(onnx.MatMul(filters, columns), [n, out_channels, *out])
    return onnx.Add(result, onnx.Reshape(bias, [-1, 1, 1]))


def _grid(kernel, out, strides, pads, dilations, dtype):
    """Where the taps stand without offsets: rows [taps, out, 1] and columns [taps, 1, out]."""
    grids = []
    for axis in range(2):
        taps = [tap * dilations[axis] - pads[axis] for tap in range(kernel[axis])]
        taps = [[taps[i if axis == 0 else j]] for i in range(kernel[0]) for j in range(kernel[1])]
        starts = onnx.Mul(count_up(0, out[axis]), strides[axis])
        places = cast(onnx.Add(starts, _native.constant(taps, dtypes.int64)), dtype)
        grids.append(onnx.Unsqueeze(places, [2 - axis]))
    return grids


def _sampled(maps, y, x, height, width):
    """maps [n, groups, channels, height * width] at [n, groups, taps, rows, columns]."""
    top, left = onnx.Floor(y), onnx.Floor(x)
    down, across = onnx.Sub(y, top), onnx.Sub(x, left)
    total = None
    for row, tall in ((top, onnx.Sub(1.0, down)), (onnx.Add(top, 1.0), down)):
        for column, wide in ((left, onnx.Sub(1.0, across)), (onnx.Add(left, 1.0), across)):
            inside = onnx.And(_within(row, height), _within(column, width))
            share = onnx.Where(inside, onnx.Mul(tall, wide), 0.0)
            place = onnx.Add(onnx.Mul(_index(row, height), width), _index(column, width))
            part = onnx.Mul(_taken(maps, place), _flat(share))
            total = part if total is None else onnx.Add(total, part)
    return total


def _within(place, size):
    return onnx.And(onnx.GreaterOrEqual(place, 0.0),
                    onnx.Less(place, _native.constant(size, place.dtype)))


def _index(place, size):
    """As an index that is in range wherever the place is."""
    last = _native.constant(size - 1, place.dtype)
    return onnx.Cast(onnx.Min(onnx.Max(place, 0.0), last), to=dtypes.int64)


def _flat(values):
    """[n, groups, taps, rows, columns] to [n, groups, 1, all]."""
    return onnx.Reshape(values, [values.shape[0], values.shape[1], 1, -1])


def _taken(maps, places):
    flat = _flat(places)
    wide = onnx.Expand(flat, [1, 1, maps.shape[2], 1])
    return onnx.GatherElements(maps, wide, axis=3)

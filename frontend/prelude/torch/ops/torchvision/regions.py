"""Pooling over regions of interest, each a row (image, x1, y1, x2, y2)."""
import _native
import onnx
from ..._errors import dtype_error, shape_error
from ..._support import dtypes, known

__module__ = 'torch.ops.torchvision'


def _check(input, rois):
    if rois.ndim != 2:
        raise shape_error('rois must have shape as Tensor[K, 5]')
    if input.dtype != rois.dtype:
        raise dtype_error("Expected tensor for argument #1 'input' to have the same type as "
                          "tensor for argument #2 'rois'")


class _Unneeded:
    """What the C++ operators return for their gradients: nothing here computes it."""

    def __init__(self, what):
        self._what = what

    def __getattr__(self, name):
        return _native.refuse(f'{self._what} is not computed')


def _aligned(input, rois, scale, height, width, sampling_ratio, mode):
    images = onnx.Squeeze(onnx.Slice(rois, [0], [1], [1]), [1])
    boxes = onnx.Slice(rois, [1], [5], [1])
    if input.dtype == dtypes.float64 or not known(scale):
        # The attribute is a constant float32.
        boxes, scale = _scaled(boxes, scale), 1.0
    return onnx.RoiAlign(input, boxes, onnx.Cast(images, to=dtypes.int64),
                         coordinate_transformation_mode=mode, output_height=height,
                         output_width=width, sampling_ratio=max(sampling_ratio, 0),
                         spatial_scale=float(scale))


def _scaled(boxes, scale):
    return onnx.Mul(boxes, _native.constant(scale, boxes.dtype))


def roi_align(input, rois, spatial_scale, pooled_height, pooled_width, sampling_ratio, aligned):
    """ONNX's RoiAlign; its 0 samples, as many as the bin has pixels, are any number below 1."""
    _check(input, rois)
    mode = 'half_pixel' if aligned else 'output_half_pixel'
    return _aligned(input, rois, spatial_scale, pooled_height, pooled_width, sampling_ratio, mode)


def roi_pool(input, rois, spatial_scale, pooled_height, pooled_width):
    """(maxima, where they stand)"""
    _check(input, rois)
    if input.dtype != dtypes.float32:
        return _native.refuse('the ONNX operator `MaxRoiPool` pools float32 only',
                              'make the input and boxes float32 first', code='NN602')
    if not known(spatial_scale):
        images, boxes = onnx.Slice(rois, [0], [1], [1]), onnx.Slice(rois, [1], [5], [1])
        rois, spatial_scale = onnx.Concat(images, _scaled(boxes, spatial_scale), axis=1), 1.0
    maxima = onnx.MaxRoiPool(input, rois, pooled_shape=[pooled_height, pooled_width],
                             spatial_scale=float(spatial_scale))
    return maxima, _Unneeded('where the maxima of `roi_pool` stand')


def _own_channels(input, height, width):
    """How many channels each bin has to itself."""
    channels = input.shape[1]
    if channels % (height * width) != 0:
        raise shape_error('input channels must be a multiple of pooling height * pooling width')
    return channels // (height * width)


def ps_roi_align(input, rois, spatial_scale, pooled_height, pooled_width, sampling_ratio):
    """(means, channels): every bin over all channels, of which each bin then takes its own."""
    _check(input, rois)
    own = _own_channels(input, pooled_height, pooled_width)
    counts = None
    if sampling_ratio <= 0:
        counts = onnx.Concat(_samples(rois, spatial_scale, 1, pooled_width),
                             _samples(rois, spatial_scale, 2, pooled_height), axis=1)
        # The runtime takes no box that ends before it begins.
        sound = onnx.Greater(onnx.ReduceMin(counts, [1], keepdims=1), 0.0)
        rois = onnx.Where(sound, rois, 0.0)
    bins = pooled_height * pooled_width
    full = _aligned(input, rois, spatial_scale, pooled_height, pooled_width, sampling_ratio,
                    'half_pixel')
    table = onnx.Reshape(full, [-1, own, bins, bins])
    places = _native.constant([[[[place] for place in range(bins)]]])
    picked = onnx.GatherElements(table, onnx.Expand(places, [rois.shape[0], own, bins, 1]), axis=3)
    means = onnx.Reshape(picked, [-1, own, pooled_height, pooled_width])
    if counts is not None:
        # Of no samples, 0 / 0.
        none = onnx.Equal(onnx.ReduceProd(counts, [1], keepdims=1), 0.0)
        means = onnx.Where(onnx.Unsqueeze(none, [2, 3]), float('nan'), means)
    return means, _Unneeded('which channels `ps_roi_align` took')


def _samples(rois, scale, column, bins):
    """How many samples of an axis go into a bin, one for each pixel of the feature map: [K, 1]."""
    low = _scaled(onnx.Slice(rois, [column], [column + 1], [1]), scale)
    high = _scaled(onnx.Slice(rois, [column + 2], [column + 3], [1]), scale)
    return onnx.Ceil(onnx.Div(onnx.Sub(onnx.Sub(high, 0.5), onnx.Sub(low, 0.5)), float(bins)))


def ps_roi_pool(input, rois, spatial_scale, pooled_height, pooled_width):
    """(means, channels) of whole pixels."""
    _check(input, rois)
    own = _own_channels(input, pooled_height, pooled_width)
    height, width = input.shape[2], input.shape[3]
    images = onnx.Cast(onnx.Squeeze(onnx.Slice(rois, [0], [1], [1]), [1]), to=dtypes.int64)
    maps = onnx.Gather(input, images, axis=0)
    maps = onnx.Reshape(maps, [-1, own, pooled_height, pooled_width, height, width])
    inside, columns = _bins(rois, spatial_scale, 1, pooled_width, width)
    inside = onnx.Unsqueeze(inside, [1, 2, 4])  # [K, 1, 1, bins, 1, width]
    sums = onnx.ReduceSum(onnx.Where(inside, maps, 0.0), [5], keepdims=0)
    inside, rows = _bins(rois, spatial_scale, 2, pooled_height, height)
    inside = onnx.Unsqueeze(inside, [1, 3])     # [K, 1, bins, 1, height]
    sums = onnx.ReduceSum(onnx.Where(inside, sums, 0.0), [4], keepdims=0)
    area = onnx.Mul(onnx.Unsqueeze(rows, [1, 3]), onnx.Unsqueeze(columns, [1, 2]))
    means = onnx.Div(sums, onnx.Max(area, 1.0))
    return means, _Unneeded('which channels `ps_roi_pool` took')


def _bins(rois, scale, column, count, size):
    """Which pixels of an axis are in which bin, [K, count, size], and how many, [K, count]."""
    dtype = rois.dtype
    low = _rounded(_scaled(onnx.Slice(rois, [column], [column + 1], [1]), scale))
    high = _rounded(_scaled(onnx.Slice(rois, [column + 2], [column + 3], [1]), scale))
    step = onnx.Div(onnx.Max(onnx.Sub(high, low), 1.0), float(count))
    numbers = [float(number) for number in range(count + 1)]
    edges = onnx.Mul(step, _native.constant([numbers], dtype))
    starts = onnx.Add(onnx.Floor(onnx.Slice(edges, [0], [count], [1])), low)
    ends = onnx.Add(onnx.Ceil(onnx.Slice(edges, [1], [count + 1], [1])), low)
    last = _native.constant(size - 1, dtype)
    starts = onnx.Min(onnx.Max(starts, 0.0), last)
    ends = onnx.Min(onnx.Max(ends, 0.0), last)
    places = onnx.Range(_native.constant(0, dtype), _native.constant(size, dtype),
                        _native.constant(1, dtype))
    inside = onnx.And(onnx.GreaterOrEqual(places, onnx.Unsqueeze(starts, [2])),
                      onnx.Less(places, onnx.Unsqueeze(ends, [2])))
    return inside, onnx.Max(onnx.Sub(ends, starts), 0.0)


def _rounded(x):
    """To the nearest integer, halves away from 0."""
    whole = onnx.Floor(onnx.Abs(x))
    up = onnx.GreaterOrEqual(onnx.Sub(onnx.Abs(x), whole), 0.5)
    return onnx.Mul(onnx.Sign(x), onnx.Add(whole, onnx.Cast(up, to=x.dtype)))

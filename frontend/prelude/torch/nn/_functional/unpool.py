"""Max unpooling: values go back to where max pooling found them."""
import onnx
from ..._create import filled
from ..._errors import shape_error
from ..._support import known, product, reshaped, same_sizes
from .conv import _batched, _sizes
from .pool import _strides

__module__ = 'torch.nn.functional'


def _output_sizes(sizes, kernel, stride, padding, output_size):
    default = [(sizes[i] - 1) * stride[i] + kernel[i] - 2 * padding[i] for i in range(len(kernel))]
    if output_size is None:
        return default, False
    output_size = list(output_size)[-len(kernel):]
    for i in range(len(kernel)):
        low, high = default[i] - stride[i], default[i] + stride[i]
        asked = output_size[i]
        if known(asked) and known(low) and not low < asked < high:
            raise shape_error(f'invalid output_size "{output_size}" (dim {i} must be between {low} '
                              f'and {high})', ValueError)
    return output_size, not same_sizes(output_size, default)


def _unpool(input, indices, kernel_size, stride, padding, output_size, n, name):
    kernel = _sizes(kernel_size, n, 'kernel_size')
    stride = _strides(stride, kernel, n)
    padding = _sizes(padding, n, 'padding')
    x, added = _batched(input, n, name)
    sizes, custom = _output_sizes(x.shape[2:], kernel, stride, padding, output_size)
    kept = getattr(indices, '_flat_indices', None)
    if kept is not None and not custom and same_sizes(kept[1], sizes):
        # Straight from max pooling over a tensor of this size: ONNX's own index format.
        return onnx.MaxUnpool(x, kept[0], kernel_shape=kernel, strides=stride,
                              pads=padding + padding)
    if added:
        indices = onnx.Unsqueeze(indices, [0])
    y = _scatter(x, indices, sizes)
    return onnx.Squeeze(y, [0]) if added else y


def _scatter(x, indices, sizes):
    """Indices inside one plane: a scatter along the flattened plane."""
    lead = list(x.shape[:2])
    blank = filled(lead + [product(sizes)], 0, x.dtype)
    flat = onnx.ScatterElements(blank, onnx.Reshape(indices, [0, 0, -1]),
                                onnx.Reshape(x, [0, 0, -1]), axis=2)
    return reshaped(flat, lead + list(sizes))


def max_unpool1d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 1, 'max_unpool1d')


def max_unpool2d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 2, 'max_unpool2d')


def max_unpool3d(input, indices, kernel_size, stride=None, padding=0, output_size=None):
    return _unpool(input, indices, kernel_size, stride, padding, output_size, 3, 'max_unpool3d')

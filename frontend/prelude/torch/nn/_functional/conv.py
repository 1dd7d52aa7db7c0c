"""Convolutions and transposed convolutions of one to three spatial axes."""
import _native
import onnx
from ..._errors import dtype_error, shape_error
from ..._support import check_tensor, differ, dtype_title, known, rank_of, reshaped

__module__ = 'torch.nn.functional'


def _sizes(value, n, name):
    """n ints from an int or a sequence; a sequence of one stands for all axes."""
    plain = _native.known_sizes(value, n)
    if plain is not None:
        return plain
    return _constant(_for_axes(value, n, name), name)


def _for_axes(value, n, name):
    """As `_sizes`; those that are known only when the model runs as well."""
    values = [value] * n if isinstance(value, int) else list(value)
    if len(values) == 1:
        values = values * n
    if len(values) != n:
        raise shape_error(f'expected {name} to be a single integer value or a list of {n} values '
                          f'to match the convolution dimensions, but got {name}={values}')
    return values


def _constant(values, name):
    for v in values:
        if not known(v):
            _native.refuse(f'`{name}` is {v}, which is known only when the model runs; ONNX has it '
                           'as a constant', "give fixed sizes: --input 'x:float32[N,3,224,224]'",
                           code='NN403')
            return [1] * len(values)  # what is computed after a refusal is discarded
    return values


def _unless(default, values):
    """None, which leaves the attribute out, where all values are the default."""
    return None if values == [default] * len(values) else values


def _check_real(input, name):
    """ONNX convolves and averages floating point numbers only."""
    check_tensor(input)
    real = input.dtype.is_floating_point
    if known(real) and not real:
        _native.refuse(f'`{name}` of integers has no operator in ONNX',
                       'convert the input to floating point', code='NN602')


def _kernel(weight, name):
    """The spatial sizes of a weight, which ONNX wants as an attribute."""
    sizes = weight.shape[2:]
    plain = _native.known_sizes(sizes, len(sizes))
    if plain is not None:
        return plain
    sizes = list(sizes)
    for size in sizes:
        if not known(size):
            return _native.refuse(f'the size of the kernel of `{name}` is not known',
                                  'give the size of the weight with --input', code='NN403')
    return sizes


def _check_dtypes(input, weight, bias, name):
    _check_real(input, name)
    dtype = input.dtype
    if weight.dtype == dtype and (bias is None or bias.dtype == dtype):
        return
    for other, name in ((weight, 'weight'), (bias, 'bias')):
        if other is not None and other.dtype != input.dtype:
            raise dtype_error(f'expected scalar type {dtype_title(input.dtype)} but found '
                              f'{dtype_title(other.dtype)} ({name})')


def _batched(input, n, name):
    """The input with a batch axis, and whether one was added."""
    ndim = rank_of(input, n + 2)
    if ndim == n + 1:
        return onnx.Unsqueeze(input, [0]), True
    if ndim != n + 2:
        raise shape_error(f'Expected {n + 1}D (unbatched) or {n + 2}D (batched) input to {name}, '
                          f'but got input of size: {list(input.shape)}')
    return input, False


def _check_channels(input, weight, groups, at, wanted):
    channels = input.shape[1]
    if differ(channels, wanted):
        raise shape_error(f'Given groups={groups}, weight of size {list(weight.shape)}, expected '
                          f'input{list(input.shape)} to have {wanted} channels, but got '
                          f'{channels} channels instead',
                          hint=f'the input is (batch, channels, ...): `in_channels={channels}`, '
                               'or permute its axes')


def _same_padding(kernel, stride, dilation):
    """Pads of padding='same': the odd one goes to the end."""
    for s in stride:
        if s != 1:
            raise RuntimeError("padding='same' is not supported for strided convolutions")
    begins, ends = [], []
    for i in range(len(dilation)):
        total = dilation[i] * (kernel[i] - 1)
        begins.append(total // 2)
        ends.append(total - total // 2)
    return begins + ends


def _conv(input, weight, bias, stride, padding, dilation, groups, n, name):
    _check_dtypes(input, weight, bias, name)
    x, added = _batched(input, n, name)
    kernel = _kernel(weight, name)
    _check_channels(x, weight, groups, 1, weight.shape[1] * groups)
    stride = _sizes(stride, n, 'stride')
    dilation = _sizes(dilation, n, 'dilation')
    if padding == 'valid':
        pads = [0] * (2 * n)
    elif padding == 'same':
        pads = _same_padding(kernel, stride, dilation)
    elif isinstance(padding, str):
        raise RuntimeError(f"Invalid padding string {padding!r}, should be one of 'same', 'valid'")
    else:
        pads = _sizes(padding, n, 'padding') * 2
    if not known(groups) and n < 3:
        y = _conv_of_unknown_groups(x, weight, bias, stride, pads, dilation, groups)
    else:
        y = onnx.Conv(x, weight, bias, kernel_shape=kernel, strides=_unless(1, stride),
                      pads=_unless(0, pads), dilations=_unless(1, dilation), group=groups)
    return onnx.Squeeze(y, [0]) if added else y


def _conv_of_unknown_groups(x, weight, bias, stride, pads, dilation, groups):
    """As many groups as samples, where each has weights of its own: Conv has no input for their
    number, so the windows are cut out and multiplied with each group's weights."""
    from .shuffle import unfold
    flat = len(stride) == 1
    kernel = list(weight.shape[2:])
    if flat:
        x = onnx.Unsqueeze(x, [2])
        kernel, stride, dilation = [1] + kernel, [1] + stride, [1] + dilation
        pads = [0, pads[0], 0, pads[1]]
    if max(pads) > 0:
        x = onnx.Pad(x, [0, 0] + pads[:2] + [0, 0] + pads[2:])
    rows, columns = [(x.shape[i + 2] - dilation[i] * (kernel[i] - 1) - 1) // stride[i] + 1
                     for i in range(2)]
    taps = weight.shape[1] * kernel[0] * kernel[1]
    outputs = weight.shape[0] // groups
    windows = reshaped(unfold(x, kernel, dilation, 0, stride),
                       [x.shape[0], groups, taps, rows * columns])
    y = onnx.MatMul(reshaped(weight, [groups, outputs, taps]), windows)
    y = reshaped(y, [x.shape[0], weight.shape[0]] + ([columns] if flat else [rows, columns]))
    if bias is not None:
        y = onnx.Add(y, onnx.Unsqueeze(bias, [1] if flat else [1, 2]))
    return y


def conv1d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _conv(input, weight, bias, stride, padding, dilation, groups, 1, 'conv1d')


def conv2d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _conv(input, weight, bias, stride, padding, dilation, groups, 2, 'conv2d')


def conv3d(input, weight, bias=None, stride=1, padding=0, dilation=1, groups=1):
    return _conv(input, weight, bias, stride, padding, dilation, groups, 3, 'conv3d')


def conv_tbc(input, weight, bias, pad=0):
    """Time x batch x channels: a conv1d between two transposes."""
    x = onnx.Transpose(input, perm=[1, 2, 0])
    w = onnx.Transpose(weight, perm=[2, 1, 0])
    return onnx.Transpose(conv1d(x, w, bias, padding=pad), perm=[2, 0, 1])


def _conv_transpose(input, weight, bias, stride, padding, output_padding, groups, dilation, n,
                    name):
    _check_dtypes(input, weight, bias, name)
    x, added = _batched(input, n, name)
    _check_channels(x, weight, groups, 0, weight.shape[0])
    stride, padding = _sizes(stride, n, 'stride'), _sizes(padding, n, 'padding')
    added_end = _sizes(output_padding, n, 'output_padding')
    pads = padding * 2
    if [i for i in range(n) if added_end[i] >= stride[i] and added_end[i] > 0]:
        # More than ONNX Runtime adds; but what is not cut off at the end is as good.
        pads = padding + [padding[i] - added_end[i] for i in range(n)]
        added_end = [0] * n
        if min(pads) < 0:
            return _native.refuse(f'`{name}` with an output_padding larger than stride and padding')
    y = onnx.ConvTranspose(
        x, weight, bias, kernel_shape=_kernel(weight, name), strides=_unless(1, stride),
        pads=_unless(0, pads), dilations=_unless(1, _sizes(dilation, n, 'dilation')),
        output_padding=_unless(0, added_end), group=groups)
    return onnx.Squeeze(y, [0]) if added else y


def conv_transpose1d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1,
                     dilation=1):
    return _conv_transpose(input, weight, bias, stride, padding, output_padding, groups, dilation,
                           1, 'conv_transpose1d')


def conv_transpose2d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1,
                     dilation=1):
    return _conv_transpose(input, weight, bias, stride, padding, output_padding, groups, dilation,
                           2, 'conv_transpose2d')


def conv_transpose3d(input, weight, bias=None, stride=1, padding=0, output_padding=0, groups=1,
                     dilation=1):
    return _conv_transpose(input, weight, bias, stride, padding, output_padding, groups, dilation,
                           3, 'conv_transpose3d')

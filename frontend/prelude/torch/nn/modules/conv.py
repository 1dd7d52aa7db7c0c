"""Convolution layers."""
import math
import _native
from ..._errors import shape_error
from .module import Module
from .utils import _pair, _reverse_repeat_tuple, _single, _triple
from .. import functional as F
from .. import init
from ..parameter import Parameter, UninitializedParameter
from ..._create import empty

__module__ = 'torch.nn.modules.conv'


class _ConvNd(Module):

    def __init__(self, in_channels, out_channels, kernel_size, stride, padding, dilation,
                 transposed, output_padding, groups, bias, padding_mode, device=None, dtype=None):
        super().__init__()
        if groups <= 0:
            raise ValueError('groups must be a positive integer')
        if in_channels % groups != 0:
            raise shape_error('in_channels must be divisible by groups', ValueError)
        if out_channels % groups != 0:
            raise shape_error('out_channels must be divisible by groups', ValueError)
        if isinstance(padding, str):
            if padding not in ('same', 'valid'):
                raise ValueError(f"Invalid padding string {padding!r}, should be one of "
                                 "{'same', 'valid'}")
            if padding == 'same' and [s for s in stride if s != 1]:
                raise ValueError("padding='same' is not supported for strided convolutions")
        if padding_mode not in ('zeros', 'reflect', 'replicate', 'circular'):
            raise ValueError("padding_mode must be one of {'zeros', 'reflect', 'replicate', "
                             f"'circular'}}, but got padding_mode='{padding_mode}'")
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = kernel_size
        self.stride = stride
        self.padding = padding
        self.dilation = dilation
        self.transposed = transposed
        self.output_padding = output_padding
        self.groups = groups
        self.padding_mode = padding_mode
        self._reversed_padding_repeated_twice = self._sides()
        if transposed:
            sizes = (in_channels, out_channels // groups) + tuple(kernel_size)
        else:
            sizes = (out_channels, in_channels // groups) + tuple(kernel_size)
        self.weight = Parameter(empty(sizes, dtype=dtype))
        if bias:
            self.bias = Parameter(empty(out_channels, dtype=dtype))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()

    def _sides(self):
        """The padding as F.pad takes it: (left, right, top, bottom, …)."""
        if not isinstance(self.padding, str):
            return list(_reverse_repeat_tuple(self.padding, 2))
        sides = []
        for kernel, dilation in zip(reversed(self.kernel_size), reversed(self.dilation)):
            total = dilation * (kernel - 1) if self.padding == 'same' else 0
            sides = sides + [total // 2, total - total // 2]
        return sides

    def reset_parameters(self):
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            init.fan_in_uniform_(self.bias, self.weight)

    def extra_repr(self):
        text = (f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, '
                f'stride={self.stride}')
        if self.padding != (0,) * len(self.kernel_size):
            text += f', padding={self.padding}'
        if self.dilation != (1,) * len(self.kernel_size):
            text += f', dilation={self.dilation}'
        if self.groups != 1:
            text += f', groups={self.groups}'
        if self.bias is None:
            text += ', bias=False'
        return text


class _Forward(_ConvNd):
    """The forward of Conv1d to Conv3d; `_function` is theirs."""

    def _conv_forward(self, input, weight, bias):
        if self.padding_mode != 'zeros':
            padded = F.pad(input, self._reversed_padding_repeated_twice, self.padding_mode)
            return self._function(padded, weight, bias, self.stride, 0, self.dilation, self.groups)
        return self._function(input, weight, bias, self.stride, self.padding, self.dilation,
                              self.groups)

    def forward(self, input):
        return self._conv_forward(input, self.weight, self.bias)


def _padding(padding, as_tuple):
    return padding if isinstance(padding, str) else as_tuple(padding)


class Conv1d(_Forward):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1,
                 groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(in_channels, out_channels, _single(kernel_size), _single(stride),
                         _padding(padding, _single), _single(dilation), False, _single(0), groups,
                         bias, padding_mode, device, dtype)

    def _function(self, *args):
        return F.conv1d(*args)


class Conv2d(_Forward):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1,
                 groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(in_channels, out_channels, _pair(kernel_size), _pair(stride),
                         _padding(padding, _pair), _pair(dilation), False, _pair(0), groups,
                         bias, padding_mode, device, dtype)

    def _function(self, *args):
        return F.conv2d(*args)


class Conv3d(_Forward):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0, dilation=1,
                 groups=1, bias=True, padding_mode='zeros', device=None, dtype=None):
        super().__init__(in_channels, out_channels, _triple(kernel_size), _triple(stride),
                         _padding(padding, _triple), _triple(dilation), False, _triple(0), groups,
                         bias, padding_mode, device, dtype)

    def _function(self, *args):
        return F.conv3d(*args)


class _ConvTransposeNd(_ConvNd):

    def _output_padding(self, input, output_size, stride, padding, kernel_size,
                        num_spatial_dims=None, dilation=None):
        """The output padding that gives `output_size`."""
        n = len(kernel_size)
        if output_size is None:
            return self.output_padding
        sizes = list(output_size)[-n:]
        if len(output_size) not in (n, input.ndim):
            raise shape_error(f'ConvTranspose{n}D: for {input.ndim}D input, output_size must have '
                              f'{n} or {input.ndim} elements (got {len(output_size)})', ValueError)
        extra = []
        for i in range(n):
            least = ((input.shape[input.ndim - n + i] - 1) * stride[i] - 2 * padding[i]
                     + dilation[i] * (kernel_size[i] - 1) + 1)
            extra.append(sizes[i] - least)
            if not _native.known(extra[i]):
                return _native.refuse('`output_size` of a transposed convolution must be known',
                                      'give the sizes with --input', code='NN403')
            if extra[i] < 0 or extra[i] >= max(stride[i], dilation[i]):
                raise shape_error(f'requested an output size of {sizes}, but valid sizes range '
                                  f'from {least} to {least + stride[i] - 1} (dim {i})', ValueError)
        return tuple(extra)

    def _transpose_forward(self, function, input, output_size):
        if self.padding_mode != 'zeros':
            raise ValueError('Only `zeros` padding mode is supported for '
                             f'{type(self).__name__}')
        extra = self._output_padding(input, output_size, self.stride, self.padding,
                                     self.kernel_size, len(self.kernel_size), self.dilation)
        return function(input, self.weight, self.bias, self.stride, self.padding, extra,
                        self.groups, self.dilation)


class ConvTranspose1d(_ConvTransposeNd):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0,
                 output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros',
                 device=None, dtype=None):
        super().__init__(in_channels, out_channels, _single(kernel_size), _single(stride),
                         _single(padding), _single(dilation), True, _single(output_padding),
                         groups, bias, padding_mode, device, dtype)

    def forward(self, input, output_size=None):
        return self._transpose_forward(F.conv_transpose1d, input, output_size)


class ConvTranspose2d(_ConvTransposeNd):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0,
                 output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros',
                 device=None, dtype=None):
        super().__init__(in_channels, out_channels, _pair(kernel_size), _pair(stride),
                         _pair(padding), _pair(dilation), True, _pair(output_padding), groups,
                         bias, padding_mode, device, dtype)

    def forward(self, input, output_size=None):
        return self._transpose_forward(F.conv_transpose2d, input, output_size)


class ConvTranspose3d(_ConvTransposeNd):

    def __init__(self, in_channels, out_channels, kernel_size, stride=1, padding=0,
                 output_padding=0, groups=1, bias=True, dilation=1, padding_mode='zeros',
                 device=None, dtype=None):
        super().__init__(in_channels, out_channels, _triple(kernel_size), _triple(stride),
                         _triple(padding), _triple(dilation), True, _triple(output_padding),
                         groups, bias, padding_mode, device, dtype)

    def forward(self, input, output_size=None):
        return self._transpose_forward(F.conv_transpose3d, input, output_size)


class _LazyConv(Module):
    """Layers that learn their input channels at the first call: refused where constructed."""

    def __init__(self, *args, **kwargs):
        super().__init__()
        self.weight = UninitializedParameter()


class LazyConv1d(_LazyConv):
    pass


class LazyConv2d(_LazyConv):
    pass


class LazyConv3d(_LazyConv):
    pass


class LazyConvTranspose1d(_LazyConv):
    pass


class LazyConvTranspose2d(_LazyConv):
    pass


class LazyConvTranspose3d(_LazyConv):
    pass

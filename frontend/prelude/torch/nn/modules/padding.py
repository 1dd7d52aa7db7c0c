"""Padding layers. `_sides(padding)` gives F.pad's list: two numbers for each padded axis."""
from .module import Module
from .. import functional as F

__module__ = 'torch.nn.modules.padding'


def _sides(padding, n):
    return (padding,) * (2 * n) if isinstance(padding, int) else tuple(padding)


class _PadNd(Module):

    def extra_repr(self):
        return f'{self.padding}'


class _ConstantPadNd(_PadNd):

    def forward(self, input):
        return F.pad(input, self.padding, 'constant', self.value)


class _ReflectionPadNd(_PadNd):

    def forward(self, input):
        return F.pad(input, self.padding, 'reflect')


class _ReplicationPadNd(_PadNd):

    def forward(self, input):
        return F.pad(input, self.padding, 'replicate')


class _CircularPadNd(_PadNd):

    def forward(self, input):
        return F.pad(input, self.padding, 'circular')


class ConstantPad1d(_ConstantPadNd):

    def __init__(self, padding, value):
        super().__init__()
        self.padding = _sides(padding, 1)
        self.value = value


class ConstantPad2d(_ConstantPadNd):

    def __init__(self, padding, value):
        super().__init__()
        self.padding = _sides(padding, 2)
        self.value = value


class ConstantPad3d(_ConstantPadNd):

    def __init__(self, padding, value):
        super().__init__()
        self.padding = _sides(padding, 3)
        self.value = value


class ZeroPad1d(ConstantPad1d):

    def __init__(self, padding):
        super().__init__(padding, 0.0)


class ZeroPad2d(ConstantPad2d):

    def __init__(self, padding):
        super().__init__(padding, 0.0)


class ZeroPad3d(ConstantPad3d):

    def __init__(self, padding):
        super().__init__(padding, 0.0)


class ReflectionPad1d(_ReflectionPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 1)


class ReflectionPad2d(_ReflectionPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 2)


class ReflectionPad3d(_ReflectionPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 3)


class ReplicationPad1d(_ReplicationPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 1)


class ReplicationPad2d(_ReplicationPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 2)


class ReplicationPad3d(_ReplicationPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 3)


class CircularPad1d(_CircularPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 1)


class CircularPad2d(_CircularPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 2)


class CircularPad3d(_CircularPadNd):

    def __init__(self, padding):
        super().__init__()
        self.padding = _sides(padding, 3)

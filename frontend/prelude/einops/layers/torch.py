"""rearrange and reduce as layers, for Sequential."""
from torch import nn

from .._rearrange import rearrange, reduce

__module__ = 'einops.layers.torch'


def _given(axes_lengths):
    return ''.join([f', {axis}={length}' for axis, length in axes_lengths.items()])


class Rearrange(nn.Module):

    def __init__(self, pattern, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.axes_lengths = axes_lengths

    def forward(self, input):
        return rearrange(input, self.pattern, **self.axes_lengths)

    def extra_repr(self):
        return repr(self.pattern) + _given(self.axes_lengths)


class Reduce(nn.Module):

    def __init__(self, pattern, reduction, **axes_lengths):
        super().__init__()
        self.pattern = pattern
        self.reduction = reduction
        self.axes_lengths = axes_lengths

    def forward(self, input):
        return reduce(input, self.pattern, self.reduction, **self.axes_lengths)

    def extra_repr(self):
        return f'{self.pattern!r}, {self.reduction!r}' + _given(self.axes_lengths)

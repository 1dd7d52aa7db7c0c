from torch import nn

from ..registry import WIDTHS, register


@register
def narrow(bias=True):
    return nn.Linear(4, WIDTHS["narrow"], bias=bias)

from torch import nn

from .. import FACTOR

try:
    from lazily import missing
except ImportError:
    missing = None


class Scale(nn.Module):
    def forward(self, x):
        return x * FACTOR if missing is None else x

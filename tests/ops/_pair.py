import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.modules.utils import _ntuple, _pair, _single, _triple


class Spellings(nn.Module):
    def __init__(self, kernel=3):
        super().__init__()
        self.kernel = _pair(kernel)
        self.weight = nn.Parameter(torch.randn(2, 2, *self.kernel))
        self.line = nn.Parameter(torch.randn(2, 2, *_single(3)))

    def forward(self, x):
        y = F.conv2d(x, self.weight, stride=_pair(1), padding=_pair((1, 0)))
        return (y, F.conv1d(x[:, :, 0], self.line, padding=_single(1)), _triple(2)[2],
                _ntuple(4)(1) == (1,) * 4)


#> --class Spellings --input 'x:float32[N,2,4,5]'
#> --class 'Spellings((1, 2))' --input 'x:float32[N,2,4,5]'

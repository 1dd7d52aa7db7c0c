import torch
import torch.nn.functional as F
from torch import nn


class Overlapping(nn.Module):
    def forward(self, x):
        return F.fold(x, (5, 6), kernel_size=3, padding=1, stride=2)


class Spellings(nn.Module):
    def forward(self, x):
        y = F.fold(x, output_size=(7, 8), kernel_size=(2, 3), dilation=(2, 1), padding=(1, 0), stride=(1, 2))
        return y, F.fold(x[0], (7, 8), (2, 3), (2, 1), (1, 0), (1, 2))


class Back(nn.Module):
    """The windows of an image, added up again."""

    def __init__(self):
        super().__init__()
        self.unfold = nn.Unfold(3, stride=2, padding=1)
        self.fold = nn.Fold(8, 3, stride=2, padding=1)

    def forward(self, x):
        return self.fold(self.unfold(x))


class Sizes(nn.Module):
    def forward(self, x):
        y = F.unfold(x, 3, padding=1, stride=2)
        return F.fold(y, x.shape[2:], 3, padding=1, stride=2)


#> --class Overlapping --input 'x:float32[N,18,9]'
#> --class Overlapping --input 'x:float32[N,18,9]' --opset 18
#> --class Overlapping --input 'x:float32[N,C,9]'
#~ with C=(9, 27)
#~ sizes C is a multiple of the window's nine elements
#> --class Spellings --input 'x:float32[N,12,21]'
#> --class Back --input 'x:float32[N,3,8,8]'
#> --class Sizes --input 'x:float32[N,2,H,W]'

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.byte(), x.to(torch.uint8), x.type(torch.uint8), x.byte() + 250, (x > 1).byte(),
                x.byte() * 2.5)


class Mask(nn.Module):
    """As an index, uint8 is a mask."""

    def forward(self, x):
        return x[(x > 2).byte()]


#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:float32[N]'
#~ with x=uniform(0, 9)
#> --class Mask --input 'x:int64[N]'

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, factor=2):
        super().__init__()
        self.factor = factor
        self.layer = nn.PixelUnshuffle(factor)

    def forward(self, x):
        return (self.layer(x), F.pixel_unshuffle(x, self.factor),
                torch.pixel_unshuffle(x, downscale_factor=self.factor))


#> --class Spellings --input 'x:float32[N,3,4,6]'
#> --class 'Spellings(3)' --input 'x:float32[2,3,6]'
#> --class Spellings --input 'x:float64[2,N,1,4,2]'
#> --class Spellings --input 'x:float32[N,1,3,2]'
#= 1
#! pixel_unshuffle.py:13:17: error[NN401]: `forward` raises `RuntimeError: pixel_unshuffle expects height to be divisible by downscale_factor, but input.size(-2)=3 is not divisible by 2`
#!             return (self.layer(x), F.pixel_unshuffle(x, self.factor),
#!                     ^~~~~~~~~~~~~

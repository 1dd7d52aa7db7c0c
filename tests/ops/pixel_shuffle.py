import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, factor=2):
        super().__init__()
        self.factor = factor
        self.layer = nn.PixelShuffle(factor)

    def forward(self, x):
        return (self.layer(x), F.pixel_shuffle(x, self.factor),
                torch.pixel_shuffle(x, upscale_factor=self.factor))


#> --class Spellings --input 'x:float32[N,8,H,W]'
#> --class 'Spellings(3)' --input 'x:float32[9,2,3]'
#> --class Spellings --input 'x:float64[2,N,4,2,3]'
#> --class Spellings --input 'x:int64[N,4,2,2]'
#> --class Spellings --input 'x:float32[N,6,2,2]'
#= 1
#! pixel_shuffle.py:13:17: error[NN401]: `forward` raises `RuntimeError: pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of upscale_factor, but input.size(-3)=6 is not divisible by 4`
#!             return (self.layer(x), F.pixel_shuffle(x, self.factor),
#!                     ^~~~~~~~~~~~~

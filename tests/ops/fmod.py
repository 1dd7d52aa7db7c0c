import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.fmod(x, y), x.fmod(y), x.clone().fmod_(y), torch.fmod(x, -2), x.fmod(1.5)


class Out(nn.Module):
    def forward(self, x):
        return torch.fmod(x, 2, out=x)


#> --class Spellings --input 'x:int64[N,3]' --input 'y:int64[3]'
#~ with x=integers(-9, 9), y=integers(1, 5)
#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,1]'
#~ with x=normal(0, 9), y=uniform(-4, -1)
#> --class Spellings --input 'x:float64[N]' --input 'y:int64[N]'
#~ with y=integers(1, 5)
#> --class Out --input 'x:float32[N]'
#= 1
#! fmod.py:12:16: error[NN302]: `torch.fmod`: `out=` is not supported
#!             return torch.fmod(x, 2, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.sin(x), x.sin(), x.clone().sin_()


class Integers(nn.Module):
    def forward(self, n):
        return torch.sin(n), n.bool().sin()


class Out(nn.Module):
    def forward(self, x):
        return torch.sin(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 20)
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sin.py:17:16: error[NN302]: `torch.sin`: `out=` is not supported
#!             return torch.sin(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.sqrt(x), x.sqrt(), x.clone().sqrt_(), torch.sqrt_(x.clone()), x ** 0.5


class Integers(nn.Module):
    def forward(self, n):
        return torch.sqrt(n), n.sqrt(), n.bool().sqrt()


class Out(nn.Module):
    def forward(self, x):
        return torch.sqrt(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#~ with x=uniform(0, 9)
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sqrt.py:17:16: error[NN302]: `torch.sqrt`: `out=` is not supported
#!             return torch.sqrt(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.rsqrt(x), x.rsqrt(), x.clone().rsqrt_()


class Integers(nn.Module):
    def forward(self, n):
        return torch.rsqrt(n)


class Out(nn.Module):
    def forward(self, x):
        return torch.rsqrt(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#~ with x=uniform(0.1, 9)
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! rsqrt.py:17:16: error[NN302]: `torch.rsqrt`: `out=` is not supported
#!             return torch.rsqrt(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

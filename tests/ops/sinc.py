import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.sinc(x), x.sinc(), x.clone().sinc_(), torch.special.sinc(x)


class Integers(nn.Module):
    def forward(self, n):
        return torch.sinc(n), n.bool().sinc()


class Out(nn.Module):
    def forward(self, x):
        return torch.sinc(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 20)
#~ call N=1
#~ call N=3
#~ call x=[[0.0, -0.0, 1.0, 0.5]]
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sinc.py:17:16: error[NN302]: `torch.sinc`: `out=` is not supported
#!             return torch.sinc(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.log1p(x), x.log1p(), x.clone().log1p_(), torch.special.log1p(x)


class Integers(nn.Module):
    def forward(self, n):
        return torch.log1p(n)


class Out(nn.Module):
    def forward(self, x):
        return torch.log1p(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#~ with x=uniform(-0.9, 5)
#> --class Spellings --input 'x:float32[5]'
#~ call x=[1e-7, -1e-5, inf, -1.0, nan]
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! log1p.py:17:16: error[NN302]: `torch.log1p`: `out=` is not supported
#!             return torch.log1p(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

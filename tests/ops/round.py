import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.round(x), x.round(), x.clone().round_(), torch.special.round(x)


class Decimals(nn.Module):
    def forward(self, x):
        return torch.round(x, decimals=2), x.round(decimals=-1), x.clone().round_(decimals=1)


class Out(nn.Module):
    def forward(self, x):
        return torch.round(x, out=x)


class Integers(nn.Module):
    def forward(self, n):
        return n.round(decimals=1)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 9)
#> --class Spellings --input 'x:float64[6]'
#~ call x=[0.5, 1.5, 2.5, -0.5, -1.5, inf]
#> --class Decimals --input 'x:float32[N]'
#~ with x=normal(0, 30)
#> --class Decimals --input 'x:float64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! round.py:17:16: error[NN302]: `torch.round`: `out=` is not supported
#!             return torch.round(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Integers --input 'n:int64[N]'
#= 1
#! round.py:22:16: error[NN404]: `forward` raises `RuntimeError: "round_cpu" not implemented for integers with decimals`
#!             return n.round(decimals=1)
#!                    ^~~~~~~~~~~~~~~~~~~

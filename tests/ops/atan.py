import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.atan(x), x.atan(), x.clone().atan_(), torch.arctan(x), x.arctan()


class Integers(nn.Module):
    def forward(self, n):
        return torch.atan(n)


class Out(nn.Module):
    def forward(self, x):
        return torch.atan(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! atan.py:17:16: error[NN302]: `torch.atan`: `out=` is not supported
#!             return torch.atan(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.reciprocal(x), x.reciprocal(), x.clone().reciprocal_(), 1 / x


class Integers(nn.Module):
    def forward(self, n):
        return torch.reciprocal(n)


class Out(nn.Module):
    def forward(self, x):
        return torch.reciprocal(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! reciprocal.py:17:16: error[NN302]: `torch.reciprocal`: `out=` is not supported
#!             return torch.reciprocal(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.sum(), torch.sum(x), x.sum(0), x.sum(-1, True), x.sum(dim=(0, 1)),
                torch.sum(x, dim=1, keepdim=True), x.sum([0, -1], keepdim=True), x.sum(axis=1),
                x.sum(()), x.sum(1, dtype=torch.float64), torch.nansum(x), x.nansum(1))


class Types(nn.Module):
    def forward(self, n, b):
        return (n.sum(), b.sum(), n.int().sum(0), b.sum(1, dtype=torch.int32),
                n.sum(dtype=torch.float32), (n > 2).sum(-1))


class Scalar(nn.Module):
    def forward(self, x):
        return x.sum().sum(), x.sum().sum(0), x[:, :0].sum(), x[:, :0].sum(1)


class Range(nn.Module):
    def forward(self, x):
        return x.sum(1)


class Twice(nn.Module):
    def forward(self, x):
        return x.sum((0, 0))


class Out(nn.Module):
    def forward(self, x):
        return torch.sum(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:float64[2,3,1]'
#> --class Types --input 'n:int64[N,2]' --input 'b:bool[N,3]'
#> --class Scalar --input 'x:float32[N,3]'
#> --class Range --input 'x:float32[N]'
#= 1
#! sum.py:25:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return x.sum(1)
#!                    ^~~~~~~~
#> --class Twice --input 'x:float32[N,2]'
#= 1
#! sum.py:30:16: error[NN401]: `forward` raises `RuntimeError: dim 0 appears multiple times in the list of dims`
#!             return x.sum((0, 0))
#!                    ^~~~~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! sum.py:35:16: error[NN302]: `torch.sum`: `out=` is not supported
#!             return torch.sum(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

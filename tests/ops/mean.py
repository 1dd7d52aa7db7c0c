import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.mean(), torch.mean(x), x.mean(0), x.mean(-1, True), x.mean(dim=(0, 1)),
                torch.mean(x, dim=1, keepdim=True), x.mean([0, -1]), x.mean(axis=1),
                x.mean((2, 1), keepdim=True), x.mean(1, dtype=torch.float64), torch.nanmean(x, 1),
                x.sum().mean(), x.sum().mean(0))


class Integers(nn.Module):
    def forward(self, n):
        return n.mean(dtype=torch.float32), n.float().mean(0)


class Whole(nn.Module):
    def forward(self, n):
        return n.mean()


class Out(nn.Module):
    def forward(self, x):
        return torch.mean(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:float64[2,3,1]'
#> --class Integers --input 'n:int64[N,2]'
#> --class Whole --input 'n:int64[N]'
#= 1
#! mean.py:20:16: error[NN404]: `forward` raises `RuntimeError: mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: Long`
#!             return n.mean()
#!                    ^~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! mean.py:25:16: error[NN302]: `torch.mean`: `out=` is not supported
#!             return torch.mean(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

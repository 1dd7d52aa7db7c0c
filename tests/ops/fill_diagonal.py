import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.fill_diagonal_(0)
        return (y, x.clone().fill_diagonal_(fill_value=2.5), torch.zeros(3, 3).fill_diagonal_(1),
                torch.zeros(4, 2).fill_diagonal_(1, wrap=False))


class Wrapped(nn.Module):
    def forward(self, x, cube):
        y = x.clone()
        y.fill_diagonal_(1, wrap=True)
        z = x.t().clone()
        return y, z.fill_diagonal_(2, wrap=True), cube.clone().fill_diagonal_(3)


class Vector(nn.Module):
    def forward(self, x):
        return x.clone().fill_diagonal_(1)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[3,3]'
#> --class Wrapped --input 'x:float32[N,3]' --input 'cube:float32[2,2,2]'
#~ with N=(1, 7, 5)
#> --class Vector --input 'x:float32[3]'
#= 1
#! fill_diagonal.py:23:16: error[NN401]: `forward` raises `RuntimeError: dimensions must larger than 1`
#!             return x.clone().fill_diagonal_(1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~

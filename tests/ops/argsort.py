import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.argsort(), torch.argsort(x), x.argsort(0), x.argsort(dim=-1, descending=True),
                torch.argsort(x, dim=1, descending=True, stable=True), x.argsort(1).argsort(1),
                x.sum().argsort())


class Range(nn.Module):
    def forward(self, x):
        return x.argsort(1)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[2,5]'
#> --class Range --input 'x:float32[N]'
#= 1
#! argsort.py:14:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return x.argsort(1)
#!                    ^~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.outer(x, y), x.outer(y), torch.outer(input=x, vec2=y), torch.inner(x, x),
                torch.kron(x[None], y[None]))


class Rank(nn.Module):
    def forward(self, x):
        return torch.outer(x, x)


#> --class Spellings --input 'x:float32[N]' --input 'y:float32[M]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[3]'
#> --class Rank --input 'x:float32[2,2]'
#= 1
#! outer.py:13:16: error[NN401]: `forward` raises `RuntimeError: outer: Expected 1-D arguments, but got 2D and 2D tensors`
#!             return torch.outer(x, x)
#!                    ^~~~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.narrow(1, 1, 2), torch.narrow(x, 1, 0, 3), x.narrow(dim=-1, start=2, length=1),
                x.narrow(0, 0, x.size(0)), x.narrow(1, -2, 2))


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        x.narrow(1, 1, 2).add_(1)
        return x


class Range(nn.Module):
    def forward(self, x):
        return x.narrow(1, 3, 2)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[2,4]'
#> --class Views --input 'x:float32[N,4]'
#> --class Range --input 'x:float32[N,4]'
#= 1
#! narrow.py:20:16: error[NN401]: `forward` raises `RuntimeError: start (3) + length (2) exceeds dimension size (4).`
#!             return x.narrow(1, 3, 2)
#!                    ^~~~~~~~~~~~~~~~~

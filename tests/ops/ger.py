import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.ger(x, y), x.ger(y)


class Rank(nn.Module):
    def forward(self, x):
        return torch.ger(x, x)


#> --class Spellings --input 'x:float32[N]' --input 'y:float32[M]'
#> --class Rank --input 'x:float32[2,2]'
#= 1
#! ger.py:12:16: error[NN401]: `forward` raises `RuntimeError: outer: Expected 1-D arguments, but got 2D and 2D tensors`
#!             return torch.ger(x, x)
#!                    ^~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.unique(x), x.unique(), torch.unique(x, return_inverse=True),
                x.unique(sorted=True, return_counts=True),
                torch.unique(x, return_inverse=True, return_counts=True), torch.unique(x, dim=0),
                x.unique(dim=-1, return_inverse=True, return_counts=True))


class Range(nn.Module):
    def forward(self, x):
        return x.unique(dim=1)


#> --class Spellings --input 'x:int64[N,3]'
#~ with x=integers(0, 3)
#> --class Spellings --input 'x:float32[2,N]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:bool[N,2]'
#> --class Range --input 'x:float32[N]'
#= 1
#! unique.py:15:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return x.unique(dim=1)
#!                    ^~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.movedim(0, -1), torch.movedim(x, 1, 0), x.moveaxis((0, 1), (2, 0)),
                torch.moveaxis(x, -1, 0), x.movedim(source=(0, 2), destination=(1, 0)),
                torch.movedim(x, (0,), (0,)))


class Wrong(nn.Module):
    def forward(self, x):
        return x.movedim((0, 0), (0, 1))


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[2,N,3]'
#> --class Wrong --input 'x:float32[N,2]'
#= 1
#! moveaxis.py:14:16: error[NN401]: `forward` raises `RuntimeError: dim 0 appears multiple times in the list of dims`
#!             return x.movedim((0, 0), (0, 1))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.flip(0), x.flip(-1), torch.flip(x, (0, 1)), x.flip([1]), x.flip(dims=(-2, 2)),
                torch.fliplr(x), torch.flipud(x), x.fliplr())


class Scalar(nn.Module):
    def forward(self, x):
        return x.flip([])


class Twice(nn.Module):
    def forward(self, x):
        return x.flip(0, 0)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:bool[2,3,1]'
#> --class Scalar --input 'x:float32[N]'
#> --class Twice --input 'x:float32[N,2]'
#= 1
#! flip.py:18:16: error[NN401]: `forward` raises `RuntimeError: dim 0 appears multiple times in the list of dims`
#!             return x.flip(0, 0)
#!                    ^~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.amin(), x.amin(0), x.amin((0, -1)), torch.amin(x, dim=1, keepdim=True),
                x.amin(dim=[1, 2], keepdim=True), x.amin(()))


class Out(nn.Module):
    def forward(self, x):
        return torch.amin(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[2,3,1]'
#> --class Out --input 'x:float32[N]'
#= 1
#! amin.py:13:16: error[NN302]: `torch.amin`: `out=` is not supported
#!             return torch.amin(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.amax(), x.amax(0), x.amax((0, -1)), torch.amax(x, dim=1, keepdim=True),
                x.amax(dim=[1, 2], keepdim=True), x.amax(()), torch.aminmax(x),
                torch.aminmax(x, dim=1, keepdim=True), x.aminmax(dim=0)[1])


class Out(nn.Module):
    def forward(self, x):
        return torch.amax(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[2,3,1]'
#> --class Spellings --input 'x:bool[N,2,2]'
#> --class Out --input 'x:float32[N]'
#= 1
#! amax.py:14:16: error[NN302]: `torch.amax`: `out=` is not supported
#!             return torch.amax(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

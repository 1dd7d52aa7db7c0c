import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.mode(), torch.mode(x, 1), x.mode(dim=0), x.mode(-1, keepdim=True).values,
                x.mode(1)[0])


class Out(nn.Module):
    def forward(self, x):
        return torch.mode(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,5]'
#~ with x=integers(0, 3)
#> --class Spellings --input 'x:int64[4,3]'
#~ with x=integers(0, 2)
#> --class Out --input 'x:float32[N]'
#= 1
#! mode.py:13:16: error[NN302]: `torch.mode`: `out=` is not supported
#!             return torch.mode(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.logspace(0, 2, 5), torch.logspace(start=-1, end=1, steps=3, base=2.0),
                torch.logspace(0, 1, 4, dtype=torch.float64) * x.sum().double())


class Out(nn.Module):
    def forward(self, x):
        return torch.logspace(0, 1, 3, out=x)


#> --class Spellings --input 'x:float32[N]'
#> --class Out --input 'x:float32[3]'
#= 1
#! logspace.py:13:16: error[NN302]: `torch.logspace`: `out=` is not supported
#!             return torch.logspace(0, 1, 3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

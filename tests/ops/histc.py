import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.histc(x, 5), torch.histc(x, bins=4, min=-1, max=1), x.histc(3, 0, 2),
                torch.histc(x, bins=5, min=0, max=0))


class Out(nn.Module):
    def forward(self, x):
        return torch.histc(x, 5, out=x)


#> --class Spellings --input 'x:float32[N,7]'
#> --class Spellings --input 'x:float64[9]'
#> --class Out --input 'x:float32[N]'
#= 1
#! histc.py:13:16: error[NN302]: `torch.histc`: `out=` is not supported
#!             return torch.histc(x, 5, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

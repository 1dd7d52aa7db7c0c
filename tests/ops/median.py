import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.median(), torch.median(x), torch.median(x, 1), x.median(dim=-1, keepdim=True),
                x.median(0).values, torch.median(x, dim=0)[1])


class Out(nn.Module):
    def forward(self, x):
        return torch.median(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[3,5]'
#> --class Spellings --input 'x:float32[2,1]'
#> --class Out --input 'x:float32[N]'
#= 1
#! median.py:13:16: error[NN302]: `torch.median`: `out=` is not supported
#!             return torch.median(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.argmin(), torch.argmin(x), x.argmin(0), x.argmin(-1, True),
                torch.argmin(x, dim=1, keepdim=True), x.sum().argmin())


class Out(nn.Module):
    def forward(self, x):
        return torch.argmin(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Out --input 'x:float32[N]'
#= 1
#! argmin.py:13:16: error[NN302]: `torch.argmin`: `out=` is not supported
#!             return torch.argmin(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

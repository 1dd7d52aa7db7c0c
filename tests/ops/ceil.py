import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.ceil(x), x.ceil(), x.clone().ceil_()


class Out(nn.Module):
    def forward(self, x):
        return torch.ceil(x, out=x)


class Bools(nn.Module):
    def forward(self, b):
        return b.ceil()


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 9)
#> --class Spellings --input 'x:float64[]'
#> --class Spellings --input 'x:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! ceil.py:12:16: error[NN302]: `torch.ceil`: `out=` is not supported
#!             return torch.ceil(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Bools --input 'b:bool[N]'
#= 1
#! ceil.py:17:16: error[NN404]: `forward` raises `RuntimeError: "rounding" not implemented for 'Bool'`
#!             return b.ceil()
#!                    ^~~~~~~~

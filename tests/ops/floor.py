import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.floor(x), x.floor(), x.clone().floor_()


class Out(nn.Module):
    def forward(self, x):
        return torch.floor(x, out=x)


class Bools(nn.Module):
    def forward(self, b):
        return b.floor()


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 9)
#> --class Spellings --input 'x:float64[]'
#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:int32[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! floor.py:12:16: error[NN302]: `torch.floor`: `out=` is not supported
#!             return torch.floor(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Bools --input 'b:bool[N]'
#= 1
#! floor.py:17:16: error[NN404]: `forward` raises `RuntimeError: "rounding" not implemented for 'Bool'`
#!             return b.floor()
#!                    ^~~~~~~~~

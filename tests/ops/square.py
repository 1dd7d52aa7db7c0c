import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.square(x), x.square(), x.clone().square_()


class Bools(nn.Module):
    def forward(self, b):
        return torch.square(b), b.square()


class Out(nn.Module):
    def forward(self, x):
        return torch.square(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:float64[]'
#> --class Bools --input 'b:bool[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! square.py:17:16: error[NN302]: `torch.square`: `out=` is not supported
#!             return torch.square(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x >= y, x.ge(y), torch.ge(x, y), torch.greater_equal(x, y), x >= 1, 2 <= x,
                x.clone().ge_(y))


class Mixed(nn.Module):
    def forward(self, x, n, b):
        return x >= n, n >= b, b >= b, n >= 1.5, x.double() >= x


class Out(nn.Module):
    def forward(self, x, b):
        return torch.ge(x, 1, out=b)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]' --input 'b:bool[N]'
#> --class Out --input 'x:float32[N]' --input 'b:bool[N]'
#= 1
#! ge.py:18:16: error[NN302]: `torch.ge`: `out=` is not supported
#!             return torch.ge(x, 1, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

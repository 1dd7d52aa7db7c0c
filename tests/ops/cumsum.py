import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.cumsum(0), torch.cumsum(x, 1), x.cumsum(dim=-1),
                torch.cumsum(x, dim=1, dtype=torch.float64), x.sum().cumsum(0), x[:, :0].cumsum(1))


class InPlace(nn.Module):
    def forward(self, x):
        return x.clone().cumsum_(1), x.clone().cumsum_(dim=0)


class Types(nn.Module):
    def forward(self, n, b):
        return (n.cumsum(0), b.cumsum(1), b.cumsum(0) - 1, n.int().cumsum(0),
                n.cumsum(1, dtype=torch.int32))


class Range(nn.Module):
    def forward(self, x):
        return x.cumsum(1)


class Out(nn.Module):
    def forward(self, x):
        return torch.cumsum(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3]'
#> --class InPlace --input 'x:float32[N,3]'
#> --class Types --input 'n:int64[N,2]' --input 'b:bool[N,3]'
#> --class Range --input 'x:float32[N]'
#= 1
#! cumsum.py:24:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return x.cumsum(1)
#!                    ^~~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! cumsum.py:29:16: error[NN302]: `torch.cumsum`: `out=` is not supported
#!             return torch.cumsum(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.prod(), torch.prod(x), x.prod(0), x.prod(-1, True),
                torch.prod(x, dim=1, keepdim=True), x.prod(1, dtype=torch.float64), x.sum().prod())


class Integers(nn.Module):
    def forward(self, n, b):
        return n.prod(), n.prod(1), b.prod(0), n.int().prod()


class Out(nn.Module):
    def forward(self, x):
        return torch.prod(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:float64[2,3]'
#> --class Integers --input 'n:int64[N,2]' --input 'b:bool[N,2]'
#> --class Out --input 'x:float32[N]'
#= 1
#! prod.py:18:16: error[NN302]: `torch.prod`: `out=` is not supported
#!             return torch.prod(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

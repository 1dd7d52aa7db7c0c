import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        values, indices = x.min(1)
        return (values, indices, x.min(), torch.min(x), torch.min(x, 0), x.min(-1, True),
                torch.min(x, dim=1, keepdim=True), x.min(dim=1).values, x.min(dim=1).indices,
                x.min(dim=1)[0], torch.min(x, y), x.min(y), x.sum().min())


class Types(nn.Module):
    def forward(self, n, b):
        return n.min(), n.min(0), b.min(), b.min(0)[0], n.int().min(1)


class Out(nn.Module):
    def forward(self, x):
        return torch.min(x, x, out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[3]'
#> --class Spellings --input 'x:float64[2,3]' --input 'y:float64[2,1]'
#> --class Types --input 'n:int64[N,3]' --input 'b:bool[N,3]'
#> --class Out --input 'x:float32[N]'
#= 1
#! min.py:20:16: error[NN302]: `torch.min`: `out=` is not supported
#!             return torch.min(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        values, indices = x.max(1)
        return (values, indices, x.max(), torch.max(x), torch.max(x, 0), x.max(-1, True),
                torch.max(x, dim=1, keepdim=True), x.max(dim=1).values, x.max(dim=1).indices,
                x.max(dim=1)[0], torch.max(x, y), x.max(y), x.sum().max(), x.sum().max(0))


class Types(nn.Module):
    def forward(self, n, b):
        return n.max(), n.max(0), b.max(), b.max(0)[0], n.int().max(1)


class Out(nn.Module):
    def forward(self, x):
        return torch.max(x, x, out=x)


class Tuple(nn.Module):
    def forward(self, x):
        return x.max((0, 1))


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[3]'
#> --class Spellings --input 'x:float64[2,3]' --input 'y:float64[2,1]'
#> --class Types --input 'n:int64[N,3]' --input 'b:bool[N,3]'
#> --class Out --input 'x:float32[N]'
#= 1
#! max.py:20:16: error[NN302]: `torch.max`: `out=` is not supported
#!             return torch.max(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Tuple --input 'x:float32[N,2]'
#= 1
#! max.py:25:16: error[NN202]: `forward` raises `TypeError: '<' not supported between instances of 'tuple' and 'int'`
#!             return x.max((0, 1))
#!                    ^~~~~~~~~~~~~

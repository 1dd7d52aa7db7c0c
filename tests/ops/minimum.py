import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.minimum(x, y), x.minimum(y), torch.min(x, y), x.min(y), torch.fmin(x, y)


class Mixed(nn.Module):
    def forward(self, x, n):
        return torch.minimum(x, n), torch.minimum(n, n.int()), torch.minimum(n.bool(), n > 2)


class Refused(nn.Module):
    def forward(self, x):
        return torch.minimum(x, 0.0)


class Out(nn.Module):
    def forward(self, x):
        return torch.minimum(x, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[N]'
#> --class Spellings --input 'x:float32[3]' --input 'y:float32[3]'
#~ call x=[nan, 1.0, nan], y=[1.0, nan, inf]
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! minimum.py:17:16: error[NN202]: `forward` raises `TypeError: argument 'other' must be Tensor, not float`
#!             return torch.minimum(x, 0.0)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! minimum.py:22:16: error[NN302]: `torch.minimum`: `out=` is not supported
#!             return torch.minimum(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

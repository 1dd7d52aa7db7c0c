import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.maximum(x, y), x.maximum(y), torch.max(x, y), x.max(y), torch.fmax(x, y)


class Mixed(nn.Module):
    def forward(self, x, n):
        return torch.maximum(x, n), torch.maximum(n, n.int()), torch.maximum(n.bool(), n > 2)


class Refused(nn.Module):
    def forward(self, x):
        return torch.maximum(x, 0.0)


class Out(nn.Module):
    def forward(self, x):
        return torch.maximum(x, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[N]'
#> --class Spellings --input 'x:float32[3]' --input 'y:float32[3]'
#~ call x=[nan, 1.0, nan], y=[1.0, nan, inf]
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! maximum.py:17:16: error[NN202]: `forward` raises `TypeError: argument 'other' must be Tensor, not float`
#!             return torch.maximum(x, 0.0)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! maximum.py:22:16: error[NN302]: `torch.maximum`: `out=` is not supported
#!             return torch.maximum(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

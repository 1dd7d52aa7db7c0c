import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        values, indices = x.sort()
        return (values, indices, torch.sort(x, 0), x.sort(dim=-1, descending=True),
                torch.sort(x, descending=True, stable=True).values, x.sort(1)[1], x.sum().sort(),
                torch.msort(x))


class Stable(nn.Module):
    def forward(self, x):
        return x.sort(stable=True), torch.sort(x, stable=True, dim=0, descending=True)


class Out(nn.Module):
    def forward(self, x):
        return torch.sort(x, out=(x, x))


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[2,5]'
#> --class Stable --input 'x:int64[N,6]'
#> --class Stable --input 'x:bool[2,6]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sort.py:20:16: error[NN302]: `torch.sort`: `out=` is not supported
#!             return torch.sort(x, out=(x, x))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

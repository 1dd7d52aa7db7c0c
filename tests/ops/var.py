import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.var(), torch.var(x), x.var(0), x.var(-1, keepdim=True),
                torch.var(x, dim=1, unbiased=False), x.var(unbiased=False), x.var(False),
                torch.var(x, (1, 2), unbiased=True, keepdim=True), x.var((1, 2), correction=0),
                torch.var_mean(x, 1), torch.var_mean(x, dim=(1, 2), unbiased=False, keepdim=True))


class Integers(nn.Module):
    def forward(self, n):
        return n.var()


class Out(nn.Module):
    def forward(self, x):
        return torch.var(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#~ with N=(2, 3), M=(2, 1)
#~ sizes the variance of one element is NaN
#> --class Spellings --input 'x:float64[2,3,2]'
#> --class Spellings --input 'x:float32[1,2,2]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! var.py:15:16: error[NN404]: `forward` raises `RuntimeError: std and var only support floating point and complex dtypes`
#!             return n.var()
#!                    ^~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! var.py:20:16: error[NN302]: `torch.var`: `out=` is not supported
#!             return torch.var(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

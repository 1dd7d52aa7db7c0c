import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.std(), torch.std(x), x.std(0), x.std(-1, keepdim=True),
                torch.std(x, dim=1, unbiased=False), x.std(unbiased=False),
                torch.std(x, (1, 2), unbiased=True, keepdim=True), x.std((1, 2), correction=0),
                torch.std_mean(x, 1), torch.std_mean(x, dim=(1, 2), unbiased=False, keepdim=True))


class Integers(nn.Module):
    def forward(self, n):
        return n.std()


class Out(nn.Module):
    def forward(self, x):
        return torch.std(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#~ with N=(2, 3), M=(2, 1)
#~ sizes the deviation of one element is NaN
#> --class Spellings --input 'x:float64[2,3,2]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! std.py:15:16: error[NN404]: `forward` raises `RuntimeError: std and var only support floating point and complex dtypes`
#!             return n.std()
#!                    ^~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! std.py:20:16: error[NN302]: `torch.std`: `out=` is not supported
#!             return torch.std(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

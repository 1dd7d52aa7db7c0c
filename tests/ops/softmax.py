import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim
        self.layer = nn.Softmax(dim=dim)

    def forward(self, x):
        return (self.layer(x), F.softmax(x, self.dim), torch.softmax(x, self.dim),
                x.softmax(dim=self.dim), F.softmax(x, dim=0), x.softmax(0, dtype=torch.float64),
                F.softmax(x, -1, dtype=torch.float32), F.softmin(x, dim=1))


class Implicit(nn.Module):
    def forward(self, x):
        return F.softmax(x), nn.Softmax()(x), F.softmax(x[0])


class Image(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Softmax2d()

    def forward(self, x):
        return self.layer(x), self.layer(x[0])


class Integers(nn.Module):
    def forward(self, n):
        return n.softmax(0)


class Range(nn.Module):
    def forward(self, x):
        return x.softmax(1)


#> --class Spellings --input 'x:float32[N,3]'
#> --class 'Spellings(1)' --input 'x:float32[N,3,M]'
#~ with x=normal(0, 50)
#> --class 'Spellings(0)' --input 'x:float64[2,3]'
#> --class Implicit --input 'x:float32[N,3,M]'
#> --class Image --input 'x:float32[N,3,2,2]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! softmax.py:34:16: error[NN404]: `forward` raises `RuntimeError: "softmax_lastdim_kernel_impl" not implemented for 'Long'`
#!             return n.softmax(0)
#!                    ^~~~~~~~~~~~
#> --class Range --input 'x:float32[N]'
#= 1
#! softmax.py:39:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return x.softmax(1)
#!                    ^~~~~~~~~~~~

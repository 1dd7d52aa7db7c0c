import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim
        self.layer = nn.LogSoftmax(dim=dim)

    def forward(self, x):
        return (self.layer(x), F.log_softmax(x, self.dim), torch.log_softmax(x, self.dim),
                x.log_softmax(dim=self.dim), x.log_softmax(0, dtype=torch.float64),
                F.log_softmax(x, dim=-1, dtype=torch.float32))


class Integers(nn.Module):
    def forward(self, n):
        return n.log_softmax(0)


#> --class Spellings --input 'x:float32[N,3]'
#~ with x=normal(0, 50)
#> --class 'Spellings(1)' --input 'x:float32[N,3,M]'
#> --class 'Spellings(0)' --input 'x:float64[2,3]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! log_softmax.py:20:16: error[NN404]: `forward` raises `RuntimeError: "log_softmax_lastdim_kernel_impl" not implemented for 'Long'`
#!             return n.log_softmax(0)
#!                    ^~~~~~~~~~~~~~~~

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Sigmoid()

    def forward(self, x):
        return (torch.sigmoid(x), x.sigmoid(), F.sigmoid(x), x.clone().sigmoid_(),
                torch.sigmoid_(x.clone()), torch.special.expit(x), self.layer(x))


class Integers(nn.Module):
    def forward(self, n):
        return torch.sigmoid(n), n.bool().sigmoid()


class Out(nn.Module):
    def forward(self, x):
        return torch.sigmoid(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 40)
#> --class Spellings --input 'x:float64[N]'
#> --class Spellings --input 'x:float32[N,0]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sigmoid.py:23:16: error[NN302]: `torch.sigmoid`: `out=` is not supported
#!             return torch.sigmoid(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Tanh()

    def forward(self, x):
        return (torch.tanh(x), x.tanh(), F.tanh(x), x.clone().tanh_(), torch.tanh_(x.clone()),
                self.layer(x))


class Integers(nn.Module):
    def forward(self, n):
        return torch.tanh(n), n.bool().tanh()


class Out(nn.Module):
    def forward(self, x):
        return torch.tanh(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#> --class Spellings --input 'x:float32[]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! tanh.py:23:16: error[NN302]: `torch.tanh`: `out=` is not supported
#!             return torch.tanh(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

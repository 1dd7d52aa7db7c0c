import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.LogSigmoid()

    def forward(self, x):
        return F.logsigmoid(x), self.layer(x)


class Integers(nn.Module):
    def forward(self, n):
        return F.logsigmoid(n)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 40)
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! logsigmoid.py:16:16: error[NN202]: `forward` raises `RuntimeError: torch.nn.functional.logsigmoid: `int64` is not supported here; it takes `float16`, `float32`, `float64``
#!             return F.logsigmoid(n)
#!                    ^~~~~~~~~~~~~~~

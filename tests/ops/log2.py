import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.log2(x), x.log2(), x.clone().log2_()


class Out(nn.Module):
    def forward(self, x):
        return torch.log2(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#~ with x=uniform(0.1, 5)
#> --class Spellings --input 'x:float32[]'
#> --class Out --input 'x:float32[N]'
#= 1
#! log2.py:12:16: error[NN302]: `torch.log2`: `out=` is not supported
#!             return torch.log2(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

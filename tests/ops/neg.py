import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return -x, torch.neg(x), x.neg(), x.clone().neg_(), torch.negative(x), x.negative(), +x


class Refused(nn.Module):
    def forward(self, b):
        return -b


class Out(nn.Module):
    def forward(self, x):
        return torch.neg(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:float64[]'
#> --class Spellings --input 'x:uint8[N]'
#> --class Spellings --input 'x:float16[N]'
#> --class Refused --input 'b:bool[N]'
#= 1
#! neg.py:12:16: error[NN404]: `forward` raises `RuntimeError: Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead.`
#!             return -b
#!                    ^~
#> --class Out --input 'x:float32[N]'
#= 1
#! neg.py:17:16: error[NN302]: `torch.neg`: `out=` is not supported
#!             return torch.neg(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

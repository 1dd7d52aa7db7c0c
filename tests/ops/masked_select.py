import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, m):
        return torch.masked_select(x, m), x.masked_select(m), x.masked_select(mask=x > 0)


class Mask(nn.Module):
    def forward(self, x):
        return x.masked_select(x)


class Out(nn.Module):
    def forward(self, x, b):
        return torch.masked_select(x, b, out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'm:bool[N,3]'
#> --class Spellings --input 'x:int64[N,3]' --input 'm:bool[3]'
#> --class Mask --input 'x:float32[3]'
#= 1
#! masked_select.py:12:16: error[NN404]: `forward` raises `RuntimeError: masked_select: expected BoolTensor for mask`
#!             return x.masked_select(x)
#!                    ^~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3]' --input 'b:bool[3]'
#= 1
#! masked_select.py:17:16: error[NN302]: `torch.masked_select`: `out=` is not supported
#!             return torch.masked_select(x, b, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

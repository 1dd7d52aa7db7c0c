import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.nan_to_num(x), x.nan_to_num(), x.clone().nan_to_num_(),
                torch.nan_to_num(x, nan=1.0), x.nan_to_num(0.5, posinf=9.0, neginf=-9.0))


class Out(nn.Module):
    def forward(self, x):
        return torch.nan_to_num(x, out=x)


#> --class Spellings --input 'x:float32[4]'
#~ call x=[nan, 1.0, inf, -inf]
#> --class Spellings --input 'x:float64[N,2]'
#> --class Spellings --input 'x:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! nan_to_num.py:13:16: error[NN302]: `torch.nan_to_num`: `out=` is not supported
#!             return torch.nan_to_num(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

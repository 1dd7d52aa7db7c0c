import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.sign(x), x.sign(), x.clone().sign_(), torch.sgn(x), x.sgn()


class Out(nn.Module):
    def forward(self, x):
        return torch.sign(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[N]'
#~ with x=integers(-2, 3)
#> --class Spellings --input 'x:float64[3]'
#~ call x=[0.0, -0.0, inf]
#> --class Spellings --input 'x:bool[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! sign.py:12:16: error[NN302]: `torch.sign`: `out=` is not supported
#!             return torch.sign(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

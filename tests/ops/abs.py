import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.abs(x), x.abs(), x.clone().abs_(), torch.absolute(x), x.absolute(),
                x.clone().absolute_(), abs(x))


class Refused(nn.Module):
    def forward(self, b):
        return b.abs()


class Out(nn.Module):
    def forward(self, x):
        return torch.abs(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[N]'
#~ with x=integers(-9, 9)
#> --class Spellings --input 'x:int32[]'
#~ with x=integers(-9, 9)
#> --class Spellings --input 'x:float64[N,0]'
#> --class Spellings --input 'x:float16[N]'
#> --class Refused --input 'b:bool[N]'
#= 1
#! abs.py:13:16: error[NN404]: `forward` raises `RuntimeError: "abs_cpu" not implemented for 'Bool'`
#!             return b.abs()
#!                    ^~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! abs.py:18:16: error[NN302]: `torch.abs`: `out=` is not supported
#!             return torch.abs(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

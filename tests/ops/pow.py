import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z **= 2
        return (x ** y, z, torch.pow(x, y), x.pow(y), x.clone().pow_(y), x ** 2, 2 ** y,
                torch.pow(2.0, y), x ** 0.5, x ** -1, x.pow(3), x ** 0, torch.pow(x, exponent=1),
                x.float_power(2))


class Integers(nn.Module):
    def forward(self, n, x):
        return n ** 2, n ** n, 2 ** n, n ** 0.5, x ** n, n ** x, n.int() ** n, n.bool() ** 2


class Types(nn.Module):
    def forward(self, x):
        return x.double() ** 3, x.half() ** 2, (-x) ** 3, (-x) ** 2.0


class Refused(nn.Module):
    def forward(self, n):
        return n ** -1


class Out(nn.Module):
    def forward(self, x):
        return torch.pow(x, 2, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#~ with x=uniform(0.2, 3)
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[]'
#~ with x=uniform(0.2, 3)
#> --class Integers --input 'n:int64[N]' --input 'x:float32[N]'
#~ with x=uniform(0.2, 3)
#> --class Types --input 'x:float32[N]'
#~ with x=uniform(0.2, 3)
#~ tolerance 1e-3
#> --class Refused --input 'n:int64[N]'
#= 1
#! pow.py:26:16: error[NN404]: `forward` raises `RuntimeError: Integers to negative integer powers are not allowed.`
#!             return n ** -1
#!                    ^~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! pow.py:31:16: error[NN302]: `torch.pow`: `out=` is not supported
#!             return torch.pow(x, 2, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

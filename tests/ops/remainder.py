import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z %= y
        return (x % y, z, torch.remainder(x, y), x.remainder(y), x.clone().remainder_(y), x % 3,
                7 % y, torch.remainder(x, -2), torch.remainder(5, y))


class Mixed(nn.Module):
    def forward(self, x, n):
        return x % n, n % 2.5, x.double() % 3, n.int() % n, x.half() % 2


class Out(nn.Module):
    def forward(self, x):
        return torch.remainder(x, 2, out=x)


#> --class Spellings --input 'x:int64[N,3]' --input 'y:int64[3]'
#~ with x=integers(-9, 9), y=integers(1, 5)
#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,1]'
#~ with x=normal(0, 9), y=uniform(-4, -1)
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[N]'
#~ with x=integers(-9, 9), y=integers(-5, -1)
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#~ with n=integers(1, 5)
#~ tolerance 1e-3
#> --class Out --input 'x:float32[N]'
#= 1
#! remainder.py:20:16: error[NN302]: `torch.remainder`: `out=` is not supported
#!             return torch.remainder(x, 2, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z *= y
        return (x * y, z, x.mul(y), x.clone().mul_(y), torch.mul(x, y), torch.multiply(x, y),
                x.multiply(y), x * 2, 0.5 * x, x.clone().multiply_(2))


class Mixed(nn.Module):
    def forward(self, x, n, b):
        return x * n, n * b, b * b, n * 1.5, b * 2, x * b, x.half() * 2, x.double() * x, n.int() * n


class Views(nn.Module):
    def forward(self, x):
        y = x.clone()
        y[..., 0] *= 2
        y[1:].mul_(3)
        return y


class Out(nn.Module):
    def forward(self, x):
        return torch.mul(x, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:float64[N,M]' --input 'y:float64[1,M]'
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]' --input 'b:bool[N]'
#> --class Views --input 'x:float32[N,4]'
#> --class Out --input 'x:float32[N]'
#= 1
#! mul.py:28:16: error[NN302]: `torch.mul`: `out=` is not supported
#!             return torch.mul(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

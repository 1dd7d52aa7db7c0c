import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.logical_and(x, y), x.logical_and(y), x.clone().logical_and_(y)


class Bitwise(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z &= y
        return x & y, z, torch.bitwise_and(x, y), x.bitwise_and(y), x & 1, x & True, 3 & y


class Floats(nn.Module):
    def forward(self, x):
        return x & x


class Out(nn.Module):
    def forward(self, b):
        return torch.logical_and(b, b, out=b)


#> --class Spellings --input 'x:bool[N,4]' --input 'y:bool[4]'
#> --class Spellings --input 'x:float32[N]' --input 'y:int64[N]'
#~ with x=integers(0, 2), y=integers(0, 2)
#> --class Bitwise --input 'x:bool[N,4]' --input 'y:bool[4]'
#> --class Bitwise --input 'x:int64[N]' --input 'y:int64[]'
#> --class Bitwise --input 'x:int64[N]' --input 'y:bool[N]'
#> --class Floats --input 'x:float32[N]'
#= 1
#! logical_and.py:19:16: error[NN404]: `forward` raises `RuntimeError: "bitwise_and_cpu" not implemented for floating point tensors`
#!             return x & x
#!                    ^~~~~
#> --class Out --input 'b:bool[N]'
#= 1
#! logical_and.py:24:16: error[NN302]: `torch.logical_and`: `out=` is not supported
#!             return torch.logical_and(b, b, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.logical_or(x, y), x.logical_or(y), x.clone().logical_or_(y),
                torch.logical_xor(x, y), x.logical_xor(y), x.clone().logical_xor_(y))


class Bitwise(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z |= y
        w = x.clone()
        w ^= y
        return (x | y, z, w, torch.bitwise_or(x, y), x.bitwise_or(y), x | 1, 3 | y, x ^ y,
                torch.bitwise_xor(x, y))


class Floats(nn.Module):
    def forward(self, x):
        return x | x


class Out(nn.Module):
    def forward(self, b):
        return torch.logical_or(b, b, out=b)


#> --class Spellings --input 'x:bool[N,4]' --input 'y:bool[4]'
#> --class Spellings --input 'x:float32[N]' --input 'y:int64[N]'
#~ with x=integers(0, 2), y=integers(0, 2)
#> --class Bitwise --input 'x:bool[N,4]' --input 'y:bool[4]'
#> --class Bitwise --input 'x:int64[N]' --input 'y:int64[]'
#> --class Floats --input 'x:float32[N]'
#= 1
#! logical_or.py:23:16: error[NN404]: `forward` raises `RuntimeError: "bitwise_or_cpu" not implemented for floating point tensors`
#!             return x | x
#!                    ^~~~~
#> --class Out --input 'b:bool[N]'
#= 1
#! logical_or.py:28:16: error[NN302]: `torch.logical_or`: `out=` is not supported
#!             return torch.logical_or(b, b, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.logical_not(x), x.logical_not(), x.clone().logical_not_()


class Bitwise(nn.Module):
    def forward(self, x):
        return ~x, torch.bitwise_not(x), x.bitwise_not(), x.clone().bitwise_not_()


class Floats(nn.Module):
    def forward(self, x):
        return ~x


class Out(nn.Module):
    def forward(self, b):
        return torch.logical_not(b, out=b)


#> --class Spellings --input 'x:bool[N,4]'
#> --class Spellings --input 'x:float32[N]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:int64[]'
#> --class Bitwise --input 'x:bool[N]'
#> --class Bitwise --input 'x:int64[N]'
#> --class Floats --input 'x:float32[N]'
#= 1
#! logical_not.py:17:16: error[NN404]: `forward` raises `TypeError: ~ (operator.invert) is only implemented on integer and Boolean-type tensors`
#!             return ~x
#!                    ^~
#> --class Out --input 'b:bool[N]'
#= 1
#! logical_not.py:22:16: error[NN302]: `torch.logical_not`: `out=` is not supported
#!             return torch.logical_not(b, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

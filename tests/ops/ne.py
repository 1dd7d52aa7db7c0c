import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x != y, x.ne(y), torch.ne(x, y), x != 1, x.not_equal(y), torch.not_equal(x, 0),
                x.clone().ne_(y))


class Mixed(nn.Module):
    def forward(self, x, n, b):
        return x != n, n != b, b != b, n != 1.5, x.double() != x, x.half() != n


class Out(nn.Module):
    def forward(self, x, b):
        return torch.ne(x, 1, out=b)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#~ with x=integers(0, 2), y=integers(0, 2)
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]' --input 'b:bool[N]'
#~ with x=integers(0, 2), n=integers(0, 2)
#> --class Out --input 'x:float32[N]' --input 'b:bool[N]'
#= 1
#! ne.py:18:16: error[NN302]: `torch.ne`: `out=` is not supported
#!             return torch.ne(x, 1, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x == y, x.eq(y), torch.eq(x, y), x == 1, x.eq(2.5), torch.eq(x, 0),
                x.clone().eq_(y), x == True)


class Mixed(nn.Module):
    def forward(self, x, n, b):
        return x == n, n == b, b == b, n == 1.5, x.double() == x, x.half() == n


class Sizes(nn.Module):
    def forward(self, x):
        return torch.equal(x, x + 0), x.equal(x + 1), (x == None), x.shape == x.shape


class Out(nn.Module):
    def forward(self, x, b):
        return torch.eq(x, 1, out=b)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#~ with x=integers(0, 2), y=integers(0, 2)
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[N]'
#~ with x=integers(0, 2), y=integers(0, 2)
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]' --input 'b:bool[N]'
#~ with x=integers(0, 2), n=integers(0, 2)
#> --class Sizes --input 'x:float32[N]'
#> --class Out --input 'x:float32[N]' --input 'b:bool[N]'
#= 1
#! eq.py:23:16: error[NN302]: `torch.eq`: `out=` is not supported
#!             return torch.eq(x, 1, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

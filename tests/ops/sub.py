import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z -= y
        return (x - y, z, x.sub(y), x.clone().sub_(y), torch.sub(x, y), torch.subtract(x, y),
                x.subtract(y), x - 1, 1.5 - x, torch.rsub(x, y), torch.rsub(x, 2))


class Alpha(nn.Module):
    def forward(self, x, y):
        return torch.sub(x, y, alpha=2), x.sub(y, alpha=3), x.clone().sub_(y, alpha=2)


class Mixed(nn.Module):
    def forward(self, x, n):
        return x - n, n - x, n - 1, 1 - n, n - 0.5, x.half() - n, 2 - x.double(), n.byte() - 1


class Bools(nn.Module):
    def forward(self, b):
        return b - b


class Out(nn.Module):
    def forward(self, x):
        return torch.sub(x, 1, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[2,N]' --input 'y:int64[1]'
#> --class Alpha --input 'x:float64[N,4]' --input 'y:float64[N,1]'
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#~ with n=integers(1, 9)
#> --class Bools --input 'b:bool[N]'
#= 1
#! sub.py:25:16: error[NN404]: `forward` raises `RuntimeError: Subtraction, the `-` operator, with two bool tensors is not supported. Use the `^` or `logical_xor()` operator instead.`
#!             return b - b
#!                    ^~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! sub.py:30:16: error[NN302]: `torch.sub`: `out=` is not supported
#!             return torch.sub(x, 1, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

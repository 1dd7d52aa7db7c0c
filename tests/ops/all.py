import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.all(), torch.all(x), x.all(0), x.all(-1, True),
                torch.all(x, dim=1, keepdim=True), x.sum().all(), x[:, :0].all(1))


class Out(nn.Module):
    def forward(self, b):
        return torch.all(b, 0, out=b)


#> --class Spellings --input 'x:bool[N,3]'
#> --class Spellings --input 'x:float32[2,3]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:uint8[N,3]'
#~ with x=integers(0, 2)
#> --class Out --input 'b:bool[N]'
#= 1
#! all.py:13:16: error[NN302]: `torch.all`: `out=` is not supported
#!             return torch.all(b, 0, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

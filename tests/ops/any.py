import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.any(), torch.any(x), x.any(0), x.any(-1, True),
                torch.any(x, dim=1, keepdim=True), x.sum().any(), x[:, :0].any(1))


class Branch(nn.Module):
    def forward(self, x):
        if (x > 1).any():
            return x * 2
        return x


class Out(nn.Module):
    def forward(self, b):
        return torch.any(b, 0, out=b)


#> --class Spellings --input 'x:bool[N,3]'
#> --class Spellings --input 'x:float32[2,3]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:uint8[N,3]'
#~ with x=integers(0, 2)
#> --class Branch --input 'x:float32[N]'
#~ call x=[0.0, 2.0]
#~ call x=[0.5]
#> --class Out --input 'b:bool[N]'
#= 1
#! any.py:20:16: error[NN302]: `torch.any`: `out=` is not supported
#!             return torch.any(b, 0, out=b)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

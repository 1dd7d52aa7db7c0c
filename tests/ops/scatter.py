import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i, y):
        z = x.clone()
        z.scatter_(1, i, y)
        w = x.clone()
        w.scatter_(dim=1, index=i, value=2.0)
        return (z, w, torch.scatter(x, 1, i, y), x.scatter(-1, i, 0.5), x.scatter(1, i, y),
                torch.zeros_like(x).scatter_(1, i, 1), x.scatter(1, i, value=3))


class Reduced(nn.Module):
    def forward(self, x, i, y):
        return (x.scatter(1, i, y, reduce='add'), x.scatter(1, i, y, reduce='multiply'),
                x.clone().scatter_(1, i, 2.0, reduce='add'))


class Symbolic(nn.Module):
    """Places of several rows, and an input that is larger than the index."""

    def forward(self, labels):
        return torch.zeros(labels.size(0), 5).scatter_(1, labels.unsqueeze(1), 1.0)


class Type(nn.Module):
    def forward(self, x, i, n):
        return x.scatter(1, i, n)


class Out(nn.Module):
    def forward(self, x, i):
        return torch.scatter(x, 0, i, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'i:int64[N,1]' --input 'y:float32[N,1]'
#~ with i=integers(0, 4)
#> --class Spellings --input 'x:int64[3,4]' --input 'i:int64[2,1]' --input 'y:int64[3,2]'
#~ with i=integers(0, 4)
#> --class Reduced --input 'x:float32[N,4]' --input 'i:int64[N,3]' --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class Symbolic --input 'labels:int64[N]'
#> --class Type --input 'x:float32[3,4]' --input 'i:int64[3,2]' --input 'n:int64[3,2]'
#= 1
#! scatter.py:30:16: error[NN404]: `forward` raises `RuntimeError: scatter(): Expected self.dtype to be equal to src.dtype`
#!             return x.scatter(1, i, n)
#!                    ^~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! scatter.py:35:16: error[NN302]: `torch.scatter`: `out=` is not supported
#!             return torch.scatter(x, 0, i, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        rows, columns = x.nonzero(as_tuple=True)
        return (rows, columns, x.nonzero(), torch.nonzero(x), torch.nonzero(x > 0, as_tuple=False),
                x.nonzero().squeeze(1), x[0].nonzero(as_tuple=True)[0], torch.argwhere(x),
                torch.count_nonzero(x), x.count_nonzero(1))


class Out(nn.Module):
    def forward(self, x, i):
        return torch.nonzero(x, out=i)


#> --class Spellings --input 'x:bool[N,3]'
#> --class Spellings --input 'x:float32[N,3]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:int64[2,3]'
#~ with x=integers(0, 2)
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! nonzero.py:15:16: error[NN302]: `torch.nonzero`: `out=` is not supported
#!             return torch.nonzero(x, out=i)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

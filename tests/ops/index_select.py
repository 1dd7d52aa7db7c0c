import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i):
        return (torch.index_select(x, 0, i), x.index_select(1, i % 2),
                x.index_select(dim=-1, index=i[:1] % 2), x.index_select(0, i.int()))


class Rank(nn.Module):
    def forward(self, x, i):
        return x.index_select(0, i)


class Out(nn.Module):
    def forward(self, x, i):
        return torch.index_select(x, 0, i, out=x)


#> --class Spellings --input 'x:float32[4,2]' --input 'i:int64[N]'
#~ with i=integers(0, 4)
#> --class Spellings --input 'x:bool[4,3]' --input 'i:int64[1]'
#~ with i=integers(0, 4)
#> --class Rank --input 'x:float32[3]' --input 'i:int64[2,2]'
#= 1
#! index_select.py:13:16: error[NN401]: `forward` raises `IndexError: index_select(): Index is supposed to be a vector`
#!             return x.index_select(0, i)
#!                    ^~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! index_select.py:18:16: error[NN302]: `torch.index_select`: `out=` is not supported
#!             return torch.index_select(x, 0, i, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

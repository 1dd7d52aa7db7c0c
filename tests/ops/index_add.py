import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i, y):
        z = x.clone()
        z.index_add_(0, i, y)
        return (z, x.index_add(0, i, y), torch.index_add(x, dim=0, index=i, source=y, alpha=2),
                x.t().index_add(-1, i, y.t()))


class Type(nn.Module):
    def forward(self, x, i, n):
        return x.index_add(0, i, n)


#> --class Spellings --input 'x:float32[4,3]' --input 'i:int64[N]' --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class Spellings --input 'x:int64[4,3]' --input 'i:int64[N]' --input 'y:int64[N,3]'
#~ with i=integers(0, 4)
#> --class Type --input 'x:float32[4]' --input 'i:int64[2]' --input 'n:int64[2]'
#= 1
#! index_add.py:15:16: error[NN404]: `forward` raises `RuntimeError: index_add_(): self and source must have the same scalar type`
#!             return x.index_add(0, i, n)
#!                    ^~~~~~~~~~~~~~~~~~~~

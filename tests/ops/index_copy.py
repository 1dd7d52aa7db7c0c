import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i, y):
        z = x.clone()
        z.index_copy_(0, i, y)
        w = x.clone()
        w[1:].index_copy_(dim=0, index=i[:1], source=y[:1])
        return (z, w, x.index_copy(0, i, y), torch.index_copy(x, -2, i, y),
                x.t().index_copy(1, i, y.t()), x.index_fill(0, i, 7),
                x.clone().index_fill_(1, i[:1] % 3, -1))


class Type(nn.Module):
    def forward(self, x, i, n):
        return x.index_copy(0, i, n)


#> --class Spellings --input 'x:float32[4,3]' --input 'i:int64[2]' --input 'y:float32[2,3]'
#~ call i=[0, 3]
#~ call i=[2, 1]
#> --class Spellings --input 'x:float32[4,N]' --input 'i:int64[1]' --input 'y:float32[1,N]'
#~ with i=[1], N=(3, 4)
#~ sizes columns are named up to 2
#> --class Type --input 'x:float32[4]' --input 'i:int64[2]' --input 'n:int64[2]'
#= 1
#! index_copy.py:18:16: error[NN404]: `forward` raises `RuntimeError: index_copy_(): self and source expected to have the same dtype`
#!             return x.index_copy(0, i, n)
#!                    ^~~~~~~~~~~~~~~~~~~~~

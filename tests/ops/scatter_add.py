import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i, y):
        z = x.clone()
        z.scatter_add_(1, i, y)
        return (z, torch.scatter_add(x, 1, i, y), x.scatter_add(dim=-1, index=i, src=y),
                x.scatter_add(0, i % 1, y[:, :]))


class Type(nn.Module):
    def forward(self, x, i, n):
        return x.scatter_add(1, i, n)


#> --class Spellings --input 'x:float32[N,4]' --input 'i:int64[N,3]' --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class Spellings --input 'x:int64[3,4]' --input 'i:int64[2,3]' --input 'y:int64[2,3]'
#~ with i=integers(0, 4)
#> --class Type --input 'x:float32[3,4]' --input 'i:int64[3,2]' --input 'n:int64[3,2]'
#= 1
#! scatter_add.py:15:16: error[NN404]: `forward` raises `RuntimeError: scatter(): Expected self.dtype to be equal to src.dtype`
#!             return x.scatter_add(1, i, n)
#!                    ^~~~~~~~~~~~~~~~~~~~~~

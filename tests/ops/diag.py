import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, v):
        return (torch.diag(x), x.diag(1), torch.diag(x, diagonal=-1), torch.diag(v),
                torch.diag(v, 1), v.diag(-2), torch.diag_embed(v), torch.diagonal(x, 1),
                x.diagonal(offset=0, dim1=1, dim2=0), torch.trace(x))


class Rank(nn.Module):
    def forward(self, x):
        return torch.diag(x)


#> --class Spellings --input 'x:float32[3,4]' --input 'v:float32[N]'
#> --class Spellings --input 'x:int64[N,3]' --input 'v:int64[2]'
#~ with N=(3, 4)
#~ sizes a diagonal below the first row of one does not exist
#> --class Rank --input 'x:float32[2,2,2]'
#= 1
#! diag.py:14:16: error[NN401]: `forward` raises `RuntimeError: diag(): Supports 1D or 2D tensors. Got 3D`
#!             return torch.diag(x)
#!                    ^~~~~~~~~~~~~

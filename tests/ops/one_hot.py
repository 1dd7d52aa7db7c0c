import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def forward(self, i):
        return F.one_hot(i, 5), F.one_hot(i, num_classes=6).float(), F.one_hot(i[:1], 5)


class Largest(nn.Module):
    """As many classes as the largest index says."""

    def forward(self, i):
        return F.one_hot(i)


class Type(nn.Module):
    def forward(self, i):
        return F.one_hot(i, 5)


#> --class Spellings --input 'i:int64[N]'
#> --class Spellings --input 'i:int64[N,M]'
#> --class Largest --input 'i:int64[N]'
#> --class Type --input 'i:int32[N]'
#= 1
#! one_hot.py:19:16: error[NN404]: `forward` raises `RuntimeError: one_hot is only applicable to index tensor.`
#!             return F.one_hot(i, 5)
#!                    ^~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, w):
        return (torch.bincount(x), x.bincount(), torch.bincount(x, minlength=7),
                x.bincount(weights=w), torch.bincount(x, w, minlength=6))


class Rank(nn.Module):
    def forward(self, x):
        return x.bincount()


#> --class Spellings --input 'x:int64[N]' --input 'w:float32[N]'
#> --class Spellings --input 'x:int32[5]' --input 'w:float64[5]'
#> --class Rank --input 'x:int64[N,2]'
#= 1
#! bincount.py:13:16: error[NN404]: `forward` raises `RuntimeError: bincount only supports 1-d non-negative integral inputs.`
#!             return x.bincount()
#!                    ^~~~~~~~~~~~

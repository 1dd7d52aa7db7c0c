import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.roll(x, 1, 1), x.roll(-1, 0), torch.roll(x, shifts=(1, 2), dims=(0, 1)),
                x.roll(2), torch.roll(x, 5, -1), x.roll((1, -1), (1, 1)), x.roll(0, 0))


class Symbolic(nn.Module):
    def forward(self, x):
        return x.roll(x.size(0) // 2, 0), torch.roll(x, shifts=(-(x.size(1) // 2),), dims=(1,))


class Sizes(nn.Module):
    def forward(self, x):
        return x.roll((1, 2), 0)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Symbolic --input 'x:float32[N,M]'
#> --class Sizes --input 'x:float32[N,2]'
#= 1
#! roll.py:18:16: error[NN401]: `forward` raises `RuntimeError: shifts and dimensions must align. shifts: 2, dims:1`
#!             return x.roll((1, 2), 0)
#!                    ^~~~~~~~~~~~~~~~~

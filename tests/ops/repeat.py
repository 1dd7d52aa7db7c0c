import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.repeat(2, 1), x.repeat((1, 3)), x.repeat(2, 1, 2), x.repeat(torch.Size([1, 1])),
                x.repeat(x.size(0), 1), x.sum().repeat(3), x.sum().repeat(2, 2),
                x.repeat(repeats=(1, 2)), x.repeat(0, 1))


class Fewer(nn.Module):
    def forward(self, x):
        return x.repeat(2)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:bool[2,3]'
#> --class Fewer --input 'x:float32[N,3]'
#= 1
#! repeat.py:14:16: error[NN401]: `forward` raises `RuntimeError: Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor`
#!             return x.repeat(2)
#!                    ^~~~~~~~~~~

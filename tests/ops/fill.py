import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        y = x.clone()
        y[:, 0].fill_(3)
        return (y, x.clone().fill_(2.5), torch.empty(2, 3).fill_(value=1),
                x.clone().fill_(x.sum()), x.new_empty(2).fill_(torch.tensor(4.0)),
                torch.fill(x, 2))


class Integers(nn.Module):
    def forward(self, n):
        return n.clone().fill_(2.7), (n > 1).fill_(1), n.clone().fill_(n.max())


class Vector(nn.Module):
    def forward(self, x):
        return x.clone().fill_(x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Integers --input 'n:int64[N]'
#> --class Vector --input 'x:float32[2]'
#= 1
#! fill.py:21:16: error[NN401]: `forward` raises `RuntimeError: fill_ only supports 0-dimension value tensor but got tensor with 1 dimensions.`
#!             return x.clone().fill_(x)
#!                    ^~~~~~~~~~~~~~~~~~

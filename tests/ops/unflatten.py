import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Unflatten(1, (2, 3))
        self.last = nn.Unflatten(dim=-1, unflattened_size=torch.Size([3, 2]))

    def forward(self, x):
        return (x.unflatten(1, (2, 3)), x.unflatten(-1, (-1, 2)), x.unflatten(dim=1, sizes=[6, 1]),
                x.unflatten(1, torch.Size([3, 2])), self.layer(x), self.last(x))


class Wrong(nn.Module):
    def forward(self, x):
        return x.unflatten(1, (4, 2))


#> --class Spellings --input 'x:float32[N,6]'
#> --class Spellings --input 'x:int64[2,6]'
#> --class Wrong --input 'x:float32[N,6]'
#= 1
#! unflatten.py:18:16: error[NN401]: `forward` raises `RuntimeError: unflatten: Provided sizes [4, 2] don't multiply up to the size of dim 1 (6) in the input tensor`
#!             return x.unflatten(1, (4, 2))
#!                    ^~~~~~~~~~~~~~~~~~~~~~

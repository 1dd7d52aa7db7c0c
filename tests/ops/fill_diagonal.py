import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.fill_diagonal_(0)
        return (y, x.clone().fill_diagonal_(fill_value=2.5), torch.zeros(3, 3).fill_diagonal_(1),
                torch.zeros(4, 2).fill_diagonal_(1, wrap=False))


class Wrapped(nn.Module):
    def forward(self, x):
        return x.clone().fill_diagonal_(1, wrap=True)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[3,3]'
#> --class Wrapped --input 'x:float32[7,3]'
#= 1
#! fill_diagonal.py:15:16: error[NN302]: `torch.Tensor.fill_diagonal_`: `fill_diagonal_` with wrap=True
#!             return x.clone().fill_diagonal_(1, wrap=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

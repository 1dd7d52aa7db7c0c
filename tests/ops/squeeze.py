import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.squeeze(1), x.squeeze(-1), torch.squeeze(x, 1), x.squeeze(dim=-3), x.squeeze(2),
                x.sum().squeeze(), x.sum().squeeze(0))


class All(nn.Module):
    def forward(self, x):
        return x.squeeze(), torch.squeeze(x)


class InPlace(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.squeeze_(1)
        z = x.clone().squeeze_()
        return y * 2, z


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        x.squeeze(1)[:, 0] = 3
        return x


class Symbolic(nn.Module):
    """Whether the axis goes depends on a size of the input."""

    def forward(self, x):
        return x.squeeze(0)


class Everything(nn.Module):
    def forward(self, x):
        return x.squeeze()


#> --class Spellings --input 'x:float32[N,1,3,1]'
#> --class All --input 'x:float32[2,1,3,1]'
#> --class All --input 'x:int64[1,1]'
#> --class InPlace --input 'x:float32[2,1,3]'
#> --class Views --input 'x:float32[N,1,2]'
#> --class Symbolic --input 'x:float32[N,2]'
#= 1
#! squeeze.py:35:16: error[NN403]: `torch.squeeze`: whether `squeeze` drops axis 0 depends on a size that is not known
#!             return x.squeeze(0)
#!                    ^~~~~~~~~~~~
#!   hint: give the size with --input, or index the axis with [..., 0]
#> --class Everything --input 'x:float32[N,1,3]'
#= 1
#! squeeze.py:40:16: error[NN403]: `torch.squeeze`: whether `squeeze` drops axis 0 depends on a size that is not known
#!             return x.squeeze()
#!                    ^~~~~~~~~~~
#!   hint: give the size with --input, or index the axis with [..., 0]

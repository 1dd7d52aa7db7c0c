import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.transpose(0, 1), x.transpose(-1, -2), torch.transpose(x, 0, 2),
                x.transpose(dim0=1, dim1=2), torch.swapaxes(x, 0, 1), x.swapaxes(0, -1),
                torch.swapdims(x, 1, 2), x.mT, x.T, x[0].t(), x[0].T, torch.t(x[0]), x.mH,
                x.adjoint(), x[0].H)


class InPlace(nn.Module):
    def forward(self, x):
        x = x * 1
        y = x.clone()
        y.transpose_(0, 1)
        z = x.clone().t_()
        return y + 1, z, x.clone().swapaxes_(0, 1)


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        x.t()[0] = 5
        x.transpose(0, 1).add_(1)
        return x


class Vector(nn.Module):
    def forward(self, x):
        return x.t(), x.T, x.sum().t(), x.transpose(0, 0), x.transpose(0, -1)


class Rank(nn.Module):
    def forward(self, x):
        return x.t()


class Range(nn.Module):
    def forward(self, x):
        return x.transpose(0, 2)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:bool[2,N,3]'
#> --class InPlace --input 'x:float32[N,3]'
#> --class Views --input 'x:float32[N,3]'
#> --class Vector --input 'x:float32[N]'
#> --class Rank --input 'x:float32[N,2,3]'
#= 1
#! transpose.py:37:16: error[NN401]: `forward` raises `RuntimeError: t() expects a tensor with <= 2 dimensions, but self is 3D`
#!             return x.t()
#!                    ^~~~~
#> --class Range --input 'x:float32[N,2]'
#= 1
#! transpose.py:42:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)`
#!             return x.transpose(0, 2)
#!                    ^~~~~~~~~~~~~~~~~

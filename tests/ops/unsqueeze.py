import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.unsqueeze(0), x.unsqueeze(-1), torch.unsqueeze(x, 1), x.unsqueeze(dim=-2),
                x.sum().unsqueeze(0), x[None], x[..., None])


class InPlace(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.unsqueeze_(0)
        z = x.clone().unsqueeze_(-1)
        return y * 2, z


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        x.unsqueeze(0)[0, 0] = 3
        y = x.unsqueeze(1)
        y += 1
        return x, y


class Range(nn.Module):
    def forward(self, x):
        return x.unsqueeze(2)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:bool[N]'
#> --class InPlace --input 'x:float32[N,3]'
#> --class Views --input 'x:float32[N,2]'
#> --class Range --input 'x:float32[N]'
#= 1
#! unsqueeze.py:30:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)`
#!             return x.unsqueeze(2)
#!                    ^~~~~~~~~~~~~~

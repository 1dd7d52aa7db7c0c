import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        a, b, c = x.unbind(1)
        return a, b, c, torch.unbind(x, dim=-2), x.unbind(dim=1)[0], [row for row in x[0]]


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        a, b, c = x.unbind(1)
        a += 1
        for row in x.unbind(1):
            row[0] = 5
        return x


class Scalar(nn.Module):
    def forward(self, x):
        return x.unbind()


class Unknown(nn.Module):
    def forward(self, x):
        return x.unbind()


#> --class Spellings --input 'x:float32[N,3,2]'
#> --class Spellings --input 'x:bool[2,3,1]'
#> --class Views --input 'x:float32[N,3]'
#> --class Scalar --input 'x:float32[]'
#= 1
#! unbind.py:23:16: error[NN202]: `forward` raises `IndexError: tuple index out of range`
#!             return x.unbind()
#!                    ^~~~~~~~~~
#> --class Unknown --input 'x:float32[N]'
#= 1
#! unbind.py:28:16: error[NN403]: `torch.unbind`: the number of tensors of `unbind` is an unknown size
#!             return x.unbind()
#!                    ^~~~~~~~~~
#!   hint: give the size with --input

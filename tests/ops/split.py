import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        a, b = x.split(2, 1)
        c, d, e = torch.split(x, [1, 2, 1], dim=1)
        return (a, b, c, d, e, x.split(3, dim=1), torch.split(x, 4, -1), x.split([4], 1),
                x.split((2, 2), 1))


class Symbolic(nn.Module):
    def forward(self, x):
        a, b = x.split([x.size(0) - 1, 1])
        c, d = torch.split(x, x.size(0), 0)[0], x.split(x.size(1) // 2, dim=1)
        return a, b, c, d


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        a, b = x.split(2, 1)
        a += 1
        b[:, 0] = 9
        return x


class Sizes(nn.Module):
    def forward(self, x):
        return x.split([1, 2], 1)


class Unknown(nn.Module):
    def forward(self, x):
        return x.split(2)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:int64[1,4]'
#> --class Symbolic --input 'x:float32[N,4]'
#> --class Views --input 'x:float32[N,4]'
#> --class Sizes --input 'x:float32[N,4]'
#= 1
#! split.py:31:16: error[NN401]: `forward` raises `RuntimeError: split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 1), but got split_sizes=[1, 2]`
#!             return x.split([1, 2], 1)
#!                    ^~~~~~~~~~~~~~~~~~
#> --class Unknown --input 'x:float32[N]'
#= 1
#! split.py:36:16: error[NN403]: `torch.Tensor.split`: the number of pieces of this split depends on an unknown size
#!             return x.split(2)
#!                    ^~~~~~~~~~
#!   hint: give the size with --input

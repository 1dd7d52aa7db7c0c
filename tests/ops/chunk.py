import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        a, b = x.chunk(2, dim=1)
        return (a, b, torch.chunk(x, 3, 1), x.chunk(4, -1), torch.chunk(input=x, chunks=5, dim=1),
                x.chunk(1))


class Symbolic(nn.Module):
    """Of an even size of which only that is known."""

    def forward(self, x):
        y = torch.cat([x, x + 1])
        a, b = y.chunk(2)
        return a, b


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        a, b = x.chunk(2, 1)
        a.add_(1)
        return x, b


class Zero(nn.Module):
    def forward(self, x):
        return x.chunk(0, 1)


class Unknown(nn.Module):
    def forward(self, x):
        return x.chunk(2)


#> --class Spellings --input 'x:float32[N,6]'
#> --class Spellings --input 'x:int64[1,6]'
#> --class Symbolic --input 'x:float32[N]'
#> --class Views --input 'x:float32[N,4]'
#> --class Zero --input 'x:float32[N,4]'
#= 1
#! chunk.py:31:16: error[NN202]: `forward` raises `RuntimeError: chunk expects `chunks` to be greater than 0, got: 0`
#!             return x.chunk(0, 1)
#!                    ^~~~~~~~~~~~~
#> --class Unknown --input 'x:float32[N]'
#= 1
#! chunk.py:36:16: error[NN403]: `torch.chunk`: the number of pieces of `chunk` depends on an unknown size
#!             return x.chunk(2)
#!                    ^~~~~~~~~~
#!   hint: give the size with --input

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
    """Assumed not to be too few, as `a, b = ...` does."""

    def forward(self, x):
        a, b = x.chunk(2)
        c, d, e = torch.chunk(x, 3, 1)
        return a * 2, b, c, d + 1, e


#> --class Spellings --input 'x:float32[N,6]'
#> --class Spellings --input 'x:int64[1,6]'
#> --class Symbolic --input 'x:float32[N]'
#> --class Views --input 'x:float32[N,4]'
#> --class Zero --input 'x:float32[N,4]'
#= 1
#! chunk.py:31:16: error[NN202]: `forward` raises `RuntimeError: chunk expects `chunks` to be greater than 0, got: 0`
#!             return x.chunk(0, 1)
#!                    ^~~~~~~~~~~~~
#> --class Unknown --input 'x:float32[N,M]'
#~ call N=2, M=3
#~ call N=5, M=7
#~ call N=3, M=8
#~ sizes of one element there are not two pieces
#! chunk.py:38:16: warning[NN505]: the graph is exact under the assumption that chunk() makes 2 pieces
#!             a, b = x.chunk(2)
#!                    ^~~~~~~~~~
#!
#! chunk.py:39:19: warning[NN505]: the graph is exact under the assumption that chunk() makes 3 pieces
#!             c, d, e = torch.chunk(x, 3, 1)
#!                       ^~~~~~~~~~~~~~~~~~~~
#!

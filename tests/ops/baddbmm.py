import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, b, x, y):
        return (torch.baddbmm(b, x, y), b.baddbmm(x, y, beta=0.5, alpha=2),
                torch.baddbmm(b, batch1=x, batch2=y, beta=0.25, alpha=0.5), torch.addbmm(b[0], x, y))


class Unset(nn.Module):
    """With beta 0 whatever the first holds does not matter."""

    def forward(self, x, y):
        return torch.addbmm(torch.empty(1, 1).fill_(float('nan')), x, y, beta=0)


class Ignored(nn.Module):
    def forward(self, x, y):
        return torch.baddbmm(torch.empty(1, 1, 1).fill_(float('nan')), x, y, beta=0)


class Rank(nn.Module):
    def forward(self, x):
        return torch.baddbmm(x, x, x)


#> --class Spellings --input 'b:float32[N,2,4]' --input 'x:float32[N,2,3]' \
#>     --input 'y:float32[N,3,4]'
#> --class Unset --input 'x:float32[N,2,3]' --input 'y:float32[N,3,4]'
#> --class Ignored --input 'x:float32[N,2,3]' --input 'y:float32[N,3,4]' --emit ssa
#~ skip some versions of PyTorch read memory here that nobody has written: now and then NaN
#| graph(x: f32[N,2,3], y: f32[N,3,4]) -> (output_0: f32[N,2,4]) {
#|   %0: f32[N,2,4] = MatMul(%x, %y)
#|   return %0
#| }
#> --class Rank --input 'x:float32[2,2]'
#= 1
#! baddbmm.py:25:16: error[NN401]: `forward` raises `RuntimeError: batch1 and batch2 must be 3D tensors: expected 3D and 3D tensors, but got 2D and 2D`
#!             return torch.baddbmm(x, x, x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~

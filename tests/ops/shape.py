import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        b, c = x.shape[:2]
        rest = x.size()[2:]
        return (x.reshape(b, -1), x.shape[-1], x.size(0), x.size(dim=-1), x.ndim, x.dim(),
                x.ndimension(), x.numel(), torch.numel(x), x.nelement(), x.shape.numel(),
                len(x.shape), rest.numel(), x.size() == x.shape, c * b, list(x.shape),
                x.new_zeros(x.shape))


class Unpacked(nn.Module):
    def forward(self, x):
        n, c, h, w = x.shape
        *lead, last = x.size()
        return x.view(n, c, h * w), x.view(*lead, last // 1), h == w, tuple(x.shape) == (n, c, h, w)


class Tests(nn.Module):
    def forward(self, x):
        if x.dim() == 2 and x.size(1) == 4 and x.shape[1:] == (4,):
            x = x + 1
        return x, x.shape[1] in (3, 4)


class Range(nn.Module):
    def forward(self, x):
        return x.size(2)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[2,3,1]'
#> --class Unpacked --input 'x:float32[N,2,H,H]'
#> --class Tests --input 'x:float32[N,4]'
#> --class Range --input 'x:float32[N,4]'
#= 1
#! shape.py:31:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)`
#!             return x.size(2)
#!                    ^~~~~~~~~

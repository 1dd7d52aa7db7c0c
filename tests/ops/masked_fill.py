import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, mask):
        return (torch.masked_fill(x, mask, 2), x.masked_fill(mask, -1.0),
                x.clone().masked_fill_(mask, float('-inf')),
                x.masked_fill(mask, torch.tensor(3.0)), x.masked_fill(mask=mask, value=0),
                x.masked_fill(~mask, torch.finfo(x.dtype).min))


class Views(nn.Module):
    def forward(self, x, mask):
        x = x + 0
        x[:, 1:].masked_fill_(mask[:, 1:], 0)
        return x


class Integers(nn.Module):
    def forward(self, n, mask):
        return n.masked_fill(mask, -100), n.masked_fill_(mask, 7), (n > 2).masked_fill(mask, True)


class Mask(nn.Module):
    def forward(self, x, n):
        return x.masked_fill(n, 0)


class Vector(nn.Module):
    def forward(self, x, b):
        return x.masked_fill(b, x)


#> --class Spellings --input 'x:float32[N,4]' --input 'mask:bool[N,4]'
#> --class Spellings --input 'x:float32[N,4]' --input 'mask:bool[4]'
#> --class Spellings --input 'x:float32[N,4]' --input 'mask:bool[N,1]'
#> --class Spellings --input 'x:float64[]' --input 'mask:bool[]'
#> --class Views --input 'x:float32[N,3]' --input 'mask:bool[N,3]'
#> --class Integers --input 'n:int64[N]' --input 'mask:bool[N]'
#> --class Mask --input 'x:float32[N]' --input 'n:int64[N]'
#= 1
#! masked_fill.py:27:16: error[NN404]: `forward` raises `RuntimeError: expected self and mask to be on the same device, and mask to be a boolean tensor`
#!             return x.masked_fill(n, 0)
#!                    ^~~~~~~~~~~~~~~~~~~
#> --class Vector --input 'x:float32[N]' --input 'b:bool[N]'
#= 1
#! masked_fill.py:32:16: error[NN401]: `forward` raises `RuntimeError: masked_fill only supports a 0-dimensional value tensor, but got tensor with 1 dimension(s).`
#!             return x.masked_fill(b, x)
#!                    ^~~~~~~~~~~~~~~~~~~

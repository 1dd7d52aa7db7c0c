import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.triu_(1)
        return (torch.triu(x), x.triu(1), torch.triu(x, diagonal=-1), y, x.triu(diagonal=5),
                torch.triu_indices(3, 4, 1))


class Mask(nn.Module):
    def forward(self, x):
        n = x.size(0)
        mask = torch.triu(torch.ones(n, n, dtype=torch.bool), diagonal=1)
        return (x[:, None].expand(n, n).masked_fill(mask, float('-inf')),
                torch.full((n, n), float('-inf')).triu(1))


class Rank(nn.Module):
    def forward(self, x):
        return x.triu()


class Out(nn.Module):
    def forward(self, x):
        return torch.triu(x, out=x)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[3,2]'
#> --class Spellings --input 'x:bool[3,3]'
#> --class Mask --input 'x:float32[N]'
#> --class Rank --input 'x:float32[3]'
#= 1
#! triu.py:23:16: error[NN401]: `forward` raises `RuntimeError: triu: input tensor must have at least 2 dimensions`
#!             return x.triu()
#!                    ^~~~~~~~
#> --class Out --input 'x:float32[3,3]'
#= 1
#! triu.py:28:16: error[NN302]: `torch.triu`: `out=` is not supported
#!             return torch.triu(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

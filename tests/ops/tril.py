import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        y = x.clone()
        y.tril_(1)
        return (torch.tril(x), x.tril(1), torch.tril(x, diagonal=-1), y, x.tril(diagonal=-5),
                torch.tril_indices(3, 4, -1))


class Mask(nn.Module):
    def forward(self, x):
        n = x.size(0)
        mask = torch.tril(torch.ones(n, n)).view(1, n, n)
        return x[:, None].expand(n, n).masked_fill(mask == 0, -1e9)


class Rank(nn.Module):
    def forward(self, x):
        return x.tril()


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:bool[3,3]'
#> --class Mask --input 'x:float32[N]'
#> --class Rank --input 'x:float32[3]'
#= 1
#! tril.py:22:16: error[NN401]: `forward` raises `RuntimeError: tril: input tensor must have at least 2 dimensions`
#!             return x.tril()
#!                    ^~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        a, b = torch.meshgrid(x, y)
        return (a, b, torch.meshgrid([x, y], indexing='ij'), torch.meshgrid(x, y, indexing='xy'),
                torch.meshgrid(x, y, x[:2], indexing='ij'), torch.meshgrid((x,)))


class Ranges(nn.Module):
    def forward(self, x):
        h, w = x.shape[-2:]
        ys, xs = torch.meshgrid(torch.arange(h), torch.arange(w), indexing='ij')
        return torch.stack([xs, ys], -1).float() + x[0, 0].sum()


class Rank(nn.Module):
    def forward(self, x):
        return torch.meshgrid(x, x)


class Order(nn.Module):
    def forward(self, x):
        return torch.meshgrid(x, x, indexing='up')


#> --class Spellings --input 'x:float32[N]' --input 'y:float32[M]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[]'
#> --class Ranges --input 'x:float32[1,2,H,W]'
#> --class Rank --input 'x:float32[N,2]'
#= 1
#! meshgrid.py:21:16: error[NN401]: `forward` raises `RuntimeError: torch.meshgrid: Expected 0D or 1D tensor in the tensor list but got: 2 dimensions`
#!             return torch.meshgrid(x, x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#> --class Order --input 'x:float32[N]'
#= 1
#! meshgrid.py:26:16: error[NN202]: `forward` raises `RuntimeError: torch.meshgrid: indexing must be one of "xy" or "ij", but received: up`
#!             return torch.meshgrid(x, x, indexing='up')
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

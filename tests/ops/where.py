import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, c, x, y):
        return (torch.where(c, x, y), x.where(c, y), torch.where(x > 0, x, torch.zeros_like(x)),
                torch.where(c, 1.0, 0.0))


class Mixed(nn.Module):
    def forward(self, c, x, n):
        return torch.where(c, x, 0.0), torch.where(c, 1, n), torch.where(c, x.double(), 1.0)


class Places(nn.Module):
    """With the condition alone, the places where it holds."""

    def forward(self, c):
        return torch.where(c), torch.where(c > 0)[0] + 1


class Condition(nn.Module):
    def forward(self, x):
        return torch.where(x, x, x)


#> --class Spellings --input 'c:bool[N,4]' --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'c:bool[N,1]' --input 'x:float32[N,4]' --input 'y:float32[]'
#> --class Mixed --input 'c:bool[N]' --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Places --input 'c:bool[N,3]'
#> --class Places --input 'c:int64[N]'
#> --class Condition --input 'x:float32[N]'
#= 1
#! where.py:25:16: error[NN404]: `forward` raises `RuntimeError: where expected condition to be a boolean tensor, but got a tensor with dtype Float`
#!             return torch.where(x, x, x)
#!                    ^~~~~~~~~~~~~~~~~~~~

"""Functions of Python over tensors."""
import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        rows = [x[:, i] for i in range(3)]
        return (sum(rows), sum(rows, start=y), sum(x.unbind(1)), len(x[0]), abs(x),
                min(x.sum(), y.sum()), max(x.sum(), y.sum()), max(1, x.size(0)), min(x.size(0), 4),
                sum(p.sum() for p in rows), x * len(rows))


class Rounded(nn.Module):
    """`round` of a tensor came with torch 2."""

    def forward(self, x):
        return round(x) if hasattr(torch.Tensor, '__round__') else torch.round(x)


class Numbers(nn.Module):
    """Data as Python numbers."""

    def forward(self, x, n):
        return (int(n), float(x[0]), x * float(n), x[:int(n)], int(x[0]), bool(n > 2),
                max(int(n), 2), float(n) / 2)


class Sums(nn.Module):
    def forward(self, x):
        return sum(x), min(x[0]), max(x[:, 0][:2])


class Loops(nn.Module):
    def forward(self, x):
        return ([row * i for i, row in enumerate(x)], [a + b for a, b in zip(x, x[1:])], len(x),
                list(reversed(x)))


class Many(nn.Module):
    def forward(self, x):
        return x * int(x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N]'
#> --class Rounded --input 'x:float32[N]'
#> --class Numbers --input 'x:float32[4]' --input 'n:int64[]'
#~ with n=integers(1, 4)
#> --class Sums --input 'x:float32[2,3]'
#> --class Loops --input 'x:float32[3,N]'
#> --class Many --input 'x:float32[3]'
#= 1
#! builtin.py:42:20: error[NN202]: `forward` raises `ValueError: only one element tensors can be converted to Python scalars`
#!             return x * int(x)
#!                        ^~~~~~

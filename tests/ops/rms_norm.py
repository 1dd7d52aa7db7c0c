"""Of torch 2.4; where torch has none, the formula stands in."""
import torch
import torch.nn.functional as F
from torch import nn


def rms_norm(x, shape, weight=None, eps=None):
    if hasattr(F, 'rms_norm'):
        return F.rms_norm(x, shape, weight, eps)
    axes = tuple(range(-len(shape), 0))
    eps = torch.finfo(x.dtype).eps if eps is None else eps
    y = x * torch.rsqrt(x.pow(2).mean(axes, keepdim=True) + eps)
    return y if weight is None else y * weight


class Spellings(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.weight = nn.Parameter(torch.ones(shape))

    def forward(self, x):
        return (rms_norm(x, self.shape), rms_norm(x, self.shape, self.weight),
                rms_norm(x, self.shape, self.weight, 0.1), rms_norm(x, self.shape, eps=1e-5))


class Shape(nn.Module):
    def forward(self, x):
        return F.rms_norm(x, (5,))


#> --class 'Spellings((4,))' --input 'x:float32[N,4]'
#> --class 'Spellings((3, 4))' --input 'x:float32[N,3,4]'
#> --class Shape --input 'x:float32[N,4]'
#= 1
#! rms_norm.py:29:16: error[NN401]: `forward` raises `RuntimeError: Given normalized_shape=[5], expected input with shape [*, 5], but got input of size[N, 4]`
#!             return F.rms_norm(x, (5,))
#!                    ^~~~~~~~~~~~~~~~~~~

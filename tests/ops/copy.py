import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z.copy_(y)
        w = x.clone()
        w[:, 0].copy_(y[:, 1], non_blocking=True)
        w.t()[1].copy_(torch.tensor(3))
        v = torch.empty_like(x).copy_(y[:1])
        return z, w, v


class Converted(nn.Module):
    def forward(self, x, n):
        return x.long().copy_(x * 3), torch.zeros(x.shape).copy_(n), x.clone().copy_(n > 1)


class Buffer(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('state', torch.zeros(3))
        self.state.copy_(torch.arange(3))

    def forward(self, x):
        return x + self.state


class Shape(nn.Module):
    def forward(self, x):
        return x.clone().copy_(x[:, :2])


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Converted --input 'x:float32[N,3]' --input 'n:int64[N,3]'
#> --class Buffer --input 'x:float32[N,3]'
#> --class Shape --input 'x:float32[2,3]'
#= 1
#! copy.py:33:16: error[NN401]: `forward` raises `RuntimeError: shape mismatch: value tensor of shape [2, 2] cannot be broadcast to indexing result of shape [2, 3]`
#!             return x.clone().copy_(x[:, :2])
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~

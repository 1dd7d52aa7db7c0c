import torch
from torch import nn


class Basic(nn.Module):
    def forward(self, x, y):
        x = x.clone()
        x[0] = 1
        x[:, 1] = y[:, 0]
        x[..., -1] = 2.5
        x[1:, :2] = y[1:, :2]
        x[::2, 0] = -1
        x[:, 2:] += 3
        x[0, 0] *= 2
        x[-1:] /= 2
        x[None, 0, 1] = 8
        return x


class Values(nn.Module):
    """What is written broadcasts and converts."""

    def forward(self, x, n):
        x, k = x.clone(), n.clone()
        x[:] = n[:, None]
        x[0, :] = torch.tensor([1, 2, 3])
        x[:, 0:1] = x[:, 1:2] * 2
        k[0] = 2.7
        k[:] = n + 1
        x[..., 2] = torch.zeros(1)
        x[:, :2] = torch.ones(1, 1)
        return x, k


class Bounds(nn.Module):
    def forward(self, x, y):
        x = x.clone()
        x[:y.size(0), :y.size(1)] = y
        x[y.size(0):] = 1
        x[:, -1] = x.shape[0]
        return x


class Loop(nn.Module):
    def forward(self, x):
        out = torch.zeros(x.size(0), 4)
        for i in range(4):
            out[:, i] = x[:, i] + out[:, i - 1]
        return out


class Buffers(nn.Module):
    def __init__(self):
        super().__init__()
        mask = torch.zeros(4, 4)
        mask[1:, 1:] = float('-inf')
        mask[0][2] = 1
        self.register_buffer('mask', mask)

    def forward(self, x):
        return (x + self.mask).clamp(min=-9)


class Everything(nn.Module):
    def forward(self, x):
        x = x.clone()
        x[...] = 3
        s = x.sum()
        s[...] = 1
        s[()] += 1
        return x, s


class Shape(nn.Module):
    def forward(self, x):
        x = x.clone()
        x[:, :2] = torch.ones(3)
        return x


#> --class Basic --input 'x:float32[N,4]' --input 'y:float32[N,4]'
#> --class Basic --input 'x:float64[2,4]' --input 'y:float64[2,4]'
#> --class Values --input 'x:float32[N,3]' --input 'n:int64[N]'
#> --class Bounds --input 'x:float32[6,5]' --input 'y:float32[N,M]'
#> --class Loop --input 'x:float32[N,4]'
#> --class Buffers --input 'x:float32[N,1,4]'
#> --class Everything --input 'x:float32[N]'
#> --class Shape --input 'x:float32[2,4]'
#= 1
#! setitem.py:77:9: error[NN401]: `forward` raises `RuntimeError: shape mismatch: value tensor of shape [3] cannot be broadcast to indexing result of shape [2, 2]`
#!             x[:, :2] = torch.ones(3)
#!             ^~~~~~~~

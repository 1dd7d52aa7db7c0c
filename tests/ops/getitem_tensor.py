import torch
from torch import nn


class Indices(nn.Module):
    def forward(self, x, i, j):
        return (x[i], x[:, j], x[i, j], x[i[:, None], j], x[i, :, 0], x[..., j % 2], x[0, j],
                x[i, 1], x[i][:, j], x[i, None], x[None, i], x[:, i % 3, j % 2])


class Lists(nn.Module):
    def forward(self, x):
        return (x[[0, -1]], x[:, [2, 0]], x[[0, 0], [1, 2]], x[:, [[0, 1], [2, 0]]],
                x[..., [0, 1, 1]], x[[0], :, [1]], x[:, torch.tensor([0, 2])], x[torch.tensor(0)])


class Masks(nn.Module):
    def forward(self, x, m):
        return (x[m], x[x > 0], x[m[:, 0]], x[:, torch.tensor([True, False, True])], x[~m],
                x[m[:, 0], 1:], x[torch.isfinite(x)])


class Mixed(nn.Module):
    def forward(self, x, m, i):
        return x[m, i[:1]], x[m][:, i % 2], x[i % 1, m.nonzero()[:1, 0]]


class Negative(nn.Module):
    def forward(self, x, i):
        return x[-i - 1], x[:, -1 - i % 3]


class Floats(nn.Module):
    def forward(self, x):
        return x[x]


class Shapes(nn.Module):
    def forward(self, x):
        return x[torch.tensor([0, 1])[:, None].expand(2, 3), torch.tensor([0, 1])]


#> --class Indices --input 'x:float32[4,3,M]' --input 'i:int64[N]' --input 'j:int64[N]'
#~ with i=integers(0, 4), j=integers(0, 2), M=(2, 3)
#~ sizes the last axis is indexed up to 1
#> --class Lists --input 'x:float32[N,3,2]'
#~ with N=(1, 3)
#> --class Masks --input 'x:float32[N,3]' --input 'm:bool[N,3]'
#> --class Mixed --input 'x:float32[N,3]' --input 'm:bool[N]' --input 'i:int64[1]'
#~ with i=[1]
#> --class Negative --input 'x:float32[4,3]' --input 'i:int64[N]'
#~ with i=integers(0, 4)
#> --class Floats --input 'x:float32[N]'
#= 1
#! getitem_tensor.py:35:16: error[NN404]: `forward` raises `IndexError: tensors used as indices must be long, byte or bool tensors`
#!             return x[x]
#!                    ^~~~
#> --class Shapes --input 'x:float32[4]'
#= 1
#! getitem_tensor.py:40:16: error[NN401]: `forward` raises `IndexError: too many indices for tensor of dimension 1`
#!             return x[torch.tensor([0, 1])[:, None].expand(2, 3), torch.tensor([0, 1])]
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

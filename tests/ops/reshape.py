import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x.reshape(-1, 2), x.reshape((x.size(0), 2, 3)), torch.reshape(x, (-1,)),
                x.reshape(x.shape[0], -1), x.view(-1), x.view(x.size(0), 3, 2), x.view((-1, 6)),
                x.view(torch.Size([x.size(0), 6])), x.view_as(y), x.reshape_as(y),
                x.reshape(shape=(1, -1, 6)), x.reshape(*y.shape), x.view(-1, *y.shape[1:]),
                x.reshape([x.size(0) * 6]))


class Views(nn.Module):
    """A view shares memory with its base, both ways."""

    def forward(self, x):
        x = x * 1
        flat = x.view(-1)
        flat[0] = 7
        x[-1] += 1
        flat.view(x.size(0), 2, 3)[:, 1].mul_(2)
        return x, flat


class Scalars(nn.Module):
    def forward(self, x):
        return x.sum().reshape(1), x.sum().view(1, 1), x[:1, :1].reshape(()), x[:1, :1].view([])


class Empty(nn.Module):
    def forward(self, x):
        return x[:, :0].reshape(x.size(0), 3, 0), x[:, :0].reshape(0, 5)


class Dtype(nn.Module):
    def forward(self, x):
        return x.view(torch.float32)


class Bits(nn.Module):
    def forward(self, x):
        return x.view(torch.int32)


class Wrong(nn.Module):
    def forward(self, x):
        return x.view(5, -1)


#> --class Spellings --input 'x:float32[N,6]' --input 'y:float32[N,2,3]'
#> --class Spellings --input 'x:bool[N,6]' --input 'y:int64[N,1,6]'
#> --class Views --input 'x:float32[N,6]'
#> --class Scalars --input 'x:float64[N,6]'
#> --class Empty --input 'x:float32[N,6]'
#> --class Dtype --input 'x:float32[N,6]'
#> --class Bits --input 'x:float32[N,6]'
#= 1
#! reshape.py:43:16: error[NN602]: `torch.Tensor.view`: `view(dtype)` reinterprets bits, which ONNX cannot
#!             return x.view(torch.int32)
#!                    ^~~~~~~~~~~~~~~~~~~
#> --class Wrong --input 'x:float32[2,6]'
#= 1
#! reshape.py:48:16: error[NN401]: `forward` raises `RuntimeError: shape '[5, -1]' is invalid for input of size 12`
#!             return x.view(5, -1)
#!                    ^~~~~~~~~~~~~

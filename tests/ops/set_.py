import torch
from torch import nn


class Freed(nn.Module):
    """Memory is given back once it was used; what shares it keeps it."""

    def forward(self, x):
        a, b = torch.chunk(x, 2, dim=1)
        a, b = a.contiguous() + 1, b.contiguous()
        y = torch.cat([b, a * 2], dim=1)
        a.set_()
        x.data.set_()
        return y + x


class Used(nn.Module):
    def forward(self, x):
        y = x + 1
        y.set_()
        return y * 2


class Sometimes(nn.Module):
    def forward(self, x):
        y = x + 1
        if x.sum() > 0:
            y.set_()
        return x * 2


class Replaced(nn.Module):
    def forward(self, x):
        y = x + 1
        y.set_(x)
        return y


#> --class Freed --input 'x:float32[N,4]' --emit onnx
#> --class Used --input 'x:float32[N,4]' --emit onnx
#= 1
#! set_.py:21:16: error[NN302]: a tensor is used after `set_()` took its memory away
#!             return y * 2
#!                    ^~~~~
#> --class Sometimes --input 'x:float32[N,4]' --emit onnx
#= 1
#! set_.py:28:13: error[NN302]: `torch.Tensor.set_`: `set_` replaces the storage of a tensor
#!                 y.set_()
#!                 ^~~~~~~~
#> --class Replaced --input 'x:float32[N,4]' --emit onnx
#= 1
#! set_.py:35:9: error[NN302]: `torch.Tensor.set_`: `set_` replaces the storage of a tensor
#!             y.set_(x)
#!             ^~~~~~~~~

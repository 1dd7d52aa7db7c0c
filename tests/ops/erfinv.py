import torch
from torch import nn


class Function(nn.Module):
    def forward(self, x):
        return torch.erfinv(x)


class Truncated(nn.Module):
    """A normal distribution without tails, as initialisers write it."""

    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.empty(3, 4))
        with torch.no_grad():
            self.w.uniform_(-0.9, 0.9)
            self.w.erfinv_().mul_(0.02).add_(0.0).clamp_(-2, 2)

    def forward(self, x):
        return x @ self.w


#> --class Function --input 'x:float32[N,4]'
#~ with x=uniform(-1, 1)
#> --class Function --input 'x:float32[7]'
#~ call x=tensor([0.0, 1.0, -1.0, 0.9999999, -0.9999, 1e-30, -1e-6])
#~ call x=tensor([2.0, -1.5, nan, inf, -inf, 0.75, -0.5])
#> --class Truncated --input 'x:float32[N,3]'
#> --class Function --input 'x:float64[N]'
#! erfinv.py:7:16: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return torch.erfinv(x)
#!                    ^~~~~~~~~~~~~~~
#!
#> --class Function --input 'x:int64[2]'
#~ call x=tensor([0, 1])

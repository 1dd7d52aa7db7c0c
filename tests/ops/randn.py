"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randn(2, x.size(0)))
        self.register_buffer('b', torch.randn((3,), dtype=torch.float64))
        self.register_buffer('c', torch.randn(x.shape, device=x.device))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randn(2, x.size(0))


class Other(nn.Module):
    def forward(self, x):
        return torch.randn((3,), dtype=torch.float64)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! randn.py:20:16: error[NN302]: `torch.randn` draws random numbers in `forward`
#!             return torch.randn(2, x.size(0))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randn.py:25:16: error[NN302]: `torch.randn` draws random numbers in `forward`
#!             return torch.randn((3,), dtype=torch.float64)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

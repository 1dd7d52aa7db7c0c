"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randn_like(x))
        self.register_buffer('b', torch.randn_like(x, dtype=torch.float64))
        self.register_buffer('c', torch.randn_like(input=x[:, :1]))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randn_like(x)


class Other(nn.Module):
    def forward(self, x):
        return torch.randn_like(x, dtype=torch.float64)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! randn_like.py:20:16: error[NN302]: `torch.randn_like` draws random numbers in `forward`
#!             return torch.randn_like(x)
#!                    ^~~~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randn_like.py:25:16: error[NN302]: `torch.randn_like` draws random numbers in `forward`
#!             return torch.randn_like(x, dtype=torch.float64)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

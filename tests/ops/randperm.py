"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randperm(5))
        self.register_buffer('b', torch.randperm(x.size(0)))
        self.register_buffer('c', torch.randperm(n=4, dtype=torch.int32))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randperm(5)


class Other(nn.Module):
    def forward(self, x):
        return torch.randperm(x.size(0))


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! randperm.py:20:16: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!             return torch.randperm(5)
#!                    ^~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randperm.py:25:16: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!             return torch.randperm(x.size(0))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~

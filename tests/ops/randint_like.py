"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randint_like(x, 5))
        self.register_buffer('b', torch.randint_like(x, 1, 4, dtype=torch.int64))
        self.register_buffer('c', torch.randint_like(x, low=0, high=2))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randint_like(x, 5)


class Other(nn.Module):
    def forward(self, x):
        return torch.randint_like(x, 1, 4, dtype=torch.int64)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! randint_like.py:20:16: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!             return torch.randint_like(x, 5)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randint_like.py:25:16: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!             return torch.randint_like(x, 1, 4, dtype=torch.int64)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.normal(x, torch.ones_like(x)))
        self.register_buffer('b', x.clone().normal_())
        self.register_buffer('c', x.clone().normal_(mean=1.0, std=2.0))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.normal(x, torch.ones_like(x))


class Other(nn.Module):
    def forward(self, x):
        return x.clone().normal_()


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! normal.py:20:16: error[NN302]: `torch.normal` draws random numbers in `forward`
#!             return torch.normal(x, torch.ones_like(x))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! normal.py:25:16: error[NN302]: `torch.normal_` draws random numbers in `forward`
#!             return x.clone().normal_()
#!                    ^~~~~~~~~~~~~~~~~~~

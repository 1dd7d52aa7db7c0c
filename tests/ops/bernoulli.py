"""What is drawn once, for buffers, comes from the checkpoint; forward draws nothing."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.bernoulli(x.sigmoid()))
        self.register_buffer('b', x.clone().bernoulli_(0.3))
        self.register_buffer('c', torch.bernoulli(x * 0 + 0.5))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.bernoulli(x.sigmoid())


class Other(nn.Module):
    def forward(self, x):
        return x.clone().bernoulli_(0.3)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! bernoulli.py:20:16: error[NN302]: `torch.bernoulli` draws random numbers in `forward`
#!             return torch.bernoulli(x.sigmoid())
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Other --input 'x:float32[N,3]'
#= 1
#! bernoulli.py:25:16: error[NN302]: `torch.bernoulli_` draws random numbers in `forward`
#!             return x.clone().bernoulli_(0.3)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~

"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.bernoulli(x.sigmoid()), x.clone().bernoulli_(0.3), torch.bernoulli(x * 0 + 0.5))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.bernoulli(x.sigmoid())


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! bernoulli.py:8:18: error[NN302]: `torch.bernoulli` draws random numbers in `forward`
#!             drawn = (torch.bernoulli(x.sigmoid()), x.clone().bernoulli_(0.3), torch.bernoulli(x * 0 + 0.5))
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! bernoulli.py:8:48: error[NN302]: `torch.bernoulli_` draws random numbers in `forward`
#!             drawn = (torch.bernoulli(x.sigmoid()), x.clone().bernoulli_(0.3), torch.bernoulli(x * 0 + 0.5))
#!                                                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#! bernoulli.py:8:75: error[NN302]: `torch.bernoulli` draws random numbers in `forward`
#!             drawn = (torch.bernoulli(x.sigmoid()), x.clone().bernoulli_(0.3), torch.bernoulli(x * 0 + 0.5))
#!                                                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! bernoulli.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! bernoulli.py:14:16: error[NN302]: `torch.bernoulli` draws random numbers in `forward`
#!             return torch.bernoulli(x.sigmoid())
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~

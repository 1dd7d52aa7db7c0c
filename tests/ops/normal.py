"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.normal(x, torch.ones_like(x)), x.clone().normal_(), x.clone().normal_(mean=1.0, std=2.0))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.normal(x, torch.ones_like(x))


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! normal.py:8:18: error[NN302]: `torch.normal` draws random numbers in `forward`
#!             drawn = (torch.normal(x, torch.ones_like(x)), x.clone().normal_(), x.clone().normal_(mean=1.0, std=2.0))
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! normal.py:8:55: error[NN302]: `torch.normal_` draws random numbers in `forward`
#!             drawn = (torch.normal(x, torch.ones_like(x)), x.clone().normal_(), x.clone().normal_(mean=1.0, std=2.0))
#!                                                           ^~~~~~~~~~~~~~~~~~~
#! normal.py:8:76: error[NN302]: `torch.normal_` draws random numbers in `forward`
#!             drawn = (torch.normal(x, torch.ones_like(x)), x.clone().normal_(), x.clone().normal_(mean=1.0, std=2.0))
#!                                                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! normal.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! normal.py:14:16: error[NN302]: `torch.normal` draws random numbers in `forward`
#!             return torch.normal(x, torch.ones_like(x))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.rand(2, x.size(0)), torch.rand((3,), dtype=torch.float64), torch.rand(x.shape, device=x.device))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.rand(2, x.size(0))


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! rand.py:8:18: error[NN302]: `torch.rand` draws random numbers in `forward`
#!             drawn = (torch.rand(2, x.size(0)), torch.rand((3,), dtype=torch.float64), torch.rand(x.shape, device=x.device))
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~
#! rand.py:8:44: error[NN302]: `torch.rand` draws random numbers in `forward`
#!             drawn = (torch.rand(2, x.size(0)), torch.rand((3,), dtype=torch.float64), torch.rand(x.shape, device=x.device))
#!                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! rand.py:8:83: error[NN302]: `torch.rand` draws random numbers in `forward`
#!             drawn = (torch.rand(2, x.size(0)), torch.rand((3,), dtype=torch.float64), torch.rand(x.shape, device=x.device))
#!                                                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! rand.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! rand.py:14:16: error[NN302]: `torch.rand` draws random numbers in `forward`
#!             return torch.rand(2, x.size(0))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~

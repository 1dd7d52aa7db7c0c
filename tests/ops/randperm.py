"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort()[0], torch.randperm(n=4, dtype=torch.int32).sort().values)
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randperm(5).sort().values


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! randperm.py:8:18: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!             drawn = (torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort()[0], torch.randperm(n=4, dtype=torch.i
#!                      ^~~~~~~~~~~~~~~~~
#! randperm.py:8:51: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!             drawn = (torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort()[0], torch.randperm(n=4, dtype=torch.i
#!                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~
#! randperm.py:8:88: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!      drawn = (torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort()[0], torch.randperm(n=4, dtype=torch.int32).s
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randperm.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! randperm.py:14:16: error[NN302]: `torch.randperm` draws random numbers in `forward`
#!             return torch.randperm(5).sort().values
#!                    ^~~~~~~~~~~~~~~~~

"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.randint(5, (2, 3)), torch.randint(1, 4, (x.size(0),)), torch.randint(low=0, high=2, size=(2,), dtype=torch.int32))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randint(5, (2, 3))


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! randint.py:8:18: error[NN302]: `torch.randint` draws random numbers in `forward`
#!             drawn = (torch.randint(5, (2, 3)), torch.randint(1, 4, (x.size(0),)), torch.randint(low=0, high=2, size=(2,), dt
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~
#! randint.py:8:44: error[NN302]: `torch.randint` draws random numbers in `forward`
#!             drawn = (torch.randint(5, (2, 3)), torch.randint(1, 4, (x.size(0),)), torch.randint(low=0, high=2, size=(2,), dt
#!                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randint.py:8:79: error[NN302]: `torch.randint` draws random numbers in `forward`
#!             drawn = (torch.randint(5, (2, 3)), torch.randint(1, 4, (x.size(0),)), torch.randint(low=0, high=2, size=(2,), dt
#!                                                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randint.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! randint.py:14:16: error[NN302]: `torch.randint` draws random numbers in `forward`
#!             return torch.randint(5, (2, 3))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~

"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.randint_like(x, 5), torch.randint_like(x, 1, 4, dtype=torch.int64), torch.randint_like(x, low=0, high=2))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randint_like(x, 5)


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! randint_like.py:8:18: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!             drawn = (torch.randint_like(x, 5), torch.randint_like(x, 1, 4, dtype=torch.int64), torch.randint_like(x, low=0,
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~
#! randint_like.py:8:44: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!             drawn = (torch.randint_like(x, 5), torch.randint_like(x, 1, 4, dtype=torch.int64), torch.randint_like(x, low=0,
#!                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randint_like.py:8:92: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!     wn = (torch.randint_like(x, 5), torch.randint_like(x, 1, 4, dtype=torch.int64), torch.randint_like(x, low=0, high=2))
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randint_like.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! randint_like.py:14:16: error[NN302]: `torch.randint_like` draws random numbers in `forward`
#!             return torch.randint_like(x, 5)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~

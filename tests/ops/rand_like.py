"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.rand_like(x), torch.rand_like(x, dtype=torch.float64), torch.rand_like(input=x[:, :1]))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.rand_like(x)


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! rand_like.py:8:18: error[NN302]: `torch.rand_like` draws random numbers in `forward`
#!             drawn = (torch.rand_like(x), torch.rand_like(x, dtype=torch.float64), torch.rand_like(input=x[:, :1]))
#!                      ^~~~~~~~~~~~~~~~~~
#! rand_like.py:8:38: error[NN302]: `torch.rand_like` draws random numbers in `forward`
#!             drawn = (torch.rand_like(x), torch.rand_like(x, dtype=torch.float64), torch.rand_like(input=x[:, :1]))
#!                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! rand_like.py:8:79: error[NN302]: `torch.rand_like` draws random numbers in `forward`
#!             drawn = (torch.rand_like(x), torch.rand_like(x, dtype=torch.float64), torch.rand_like(input=x[:, :1]))
#!                                                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! rand_like.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! rand_like.py:14:16: error[NN302]: `torch.rand_like` draws random numbers in `forward`
#!             return torch.rand_like(x)
#!                    ^~~~~~~~~~~~~~~~~~

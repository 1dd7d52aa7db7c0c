"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.randn(2, x.size(0)), torch.randn((3,), dtype=torch.float64), torch.randn(x.shape, device=x.device))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randn(2, x.size(0))


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! randn.py:8:18: error[NN302]: `torch.randn` draws random numbers in `forward`
#!             drawn = (torch.randn(2, x.size(0)), torch.randn((3,), dtype=torch.float64), torch.randn(x.shape, device=x.device
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~
#! randn.py:8:45: error[NN302]: `torch.randn` draws random numbers in `forward`
#!             drawn = (torch.randn(2, x.size(0)), torch.randn((3,), dtype=torch.float64), torch.randn(x.shape, device=x.device
#!                                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randn.py:8:85: error[NN302]: `torch.randn` draws random numbers in `forward`
#!         drawn = (torch.randn(2, x.size(0)), torch.randn((3,), dtype=torch.float64), torch.randn(x.shape, device=x.device))
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! randn.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! randn.py:14:16: error[NN302]: `torch.randn` draws random numbers in `forward`
#!             return torch.randn(2, x.size(0))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~

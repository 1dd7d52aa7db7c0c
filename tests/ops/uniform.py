"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (x.clone().uniform_(), x.clone().uniform_(-1, 1), x.new_empty(2).uniform_(0, 2))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return x.clone().uniform_()


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! uniform.py:8:18: error[NN302]: `torch.uniform_` draws random numbers in `forward`
#!             drawn = (x.clone().uniform_(), x.clone().uniform_(-1, 1), x.new_empty(2).uniform_(0, 2))
#!                      ^~~~~~~~~~~~~~~~~~~~
#! uniform.py:8:40: error[NN302]: `torch.uniform_` draws random numbers in `forward`
#!             drawn = (x.clone().uniform_(), x.clone().uniform_(-1, 1), x.new_empty(2).uniform_(0, 2))
#!                                            ^~~~~~~~~~~~~~~~~~~~~~~~~
#! uniform.py:8:67: error[NN302]: `torch.uniform_` draws random numbers in `forward`
#!             drawn = (x.clone().uniform_(), x.clone().uniform_(-1, 1), x.new_empty(2).uniform_(0, 2))
#!                                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! uniform.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! uniform.py:14:16: error[NN302]: `torch.uniform_` draws random numbers in `forward`
#!             return x.clone().uniform_()
#!                    ^~~~~~~~~~~~~~~~~~~~

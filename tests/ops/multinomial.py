"""Numbers at random: only what is true of all of them can be compared."""
import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        drawn = (torch.multinomial(x.softmax(1), 1), torch.multinomial(x.softmax(1), num_samples=4, replacement=True), x.softmax(1).multinomial(1))
        return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]


class Drawn(nn.Module):
    def forward(self, x):
        return torch.multinomial(x.softmax(1), 1)


#> --class Shapes --input 'x:float32[N,3]'
#= 1
#! multinomial.py:8:18: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!             drawn = (torch.multinomial(x.softmax(1), 1), torch.multinomial(x.softmax(1), num_samples=4, replacement=True), x
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model
#! multinomial.py:8:54: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!             drawn = (torch.multinomial(x.softmax(1), 1), torch.multinomial(x.softmax(1), num_samples=4, replacement=True), x
#!                                                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model
#! multinomial.py:8:120: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!     ftmax(1), 1), torch.multinomial(x.softmax(1), num_samples=4, replacement=True), x.softmax(1).multinomial(1))
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model
#! multinomial.py:9:17: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not unknown`
#!             return [torch.zeros_like(part) for part in drawn], [part.isfinite().all() for part in drawn]
#!                     ^~~~~~~~~~~~~~~~~~~~~~
#> --class Drawn --input 'x:float32[N,3]'
#~ skip it draws random numbers
#= 1
#! multinomial.py:14:16: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!             return torch.multinomial(x.softmax(1), 1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model

"""Draws by weights that are known only when the model runs."""
import torch
from torch import nn


class Drawn(nn.Module):
    def forward(self, x):
        return torch.multinomial(x.softmax(1), 1)


class Other(nn.Module):
    def forward(self, x):
        return torch.multinomial(x.softmax(1), num_samples=4, replacement=True)


#> --class Drawn --input 'x:float32[N,3]'
#= 1
#! multinomial.py:8:16: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!             return torch.multinomial(x.softmax(1), 1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model
#> --class Other --input 'x:float32[N,3]'
#= 1
#! multinomial.py:13:16: error[NN302]: `torch.multinomial`: `multinomial` draws random numbers, so no run gives the numbers of another
#!             return torch.multinomial(x.softmax(1), num_samples=4, replacement=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw outside of the model

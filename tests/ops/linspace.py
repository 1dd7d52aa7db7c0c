import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.linspace(0, 1, 5), torch.linspace(-1, 1, steps=n),
                torch.linspace(start=2, end=-2, steps=4, dtype=torch.float64),
                torch.linspace(0, n - 1, n), torch.linspace(3, 10, 1),
                torch.linspace(0, 10, 5, device=x.device), torch.linspace(0, 1, 0),
                torch.linspace(0.5, n - 0.5, n, dtype=x.dtype))


class Out(nn.Module):
    def forward(self, x):
        return torch.linspace(0, 1, 3, out=x)


#> --class Spellings --input 'x:float32[N]'
#> --class Spellings --input 'x:float64[N]'
#> --class Out --input 'x:float32[3]'
#= 1
#! linspace.py:17:16: error[NN302]: `torch.linspace`: `out=` is not supported
#!             return torch.linspace(0, 1, 3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

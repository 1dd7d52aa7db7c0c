import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.kaiser_window(5), torch.kaiser_window(4, periodic=False),
                torch.kaiser_window(7, False, 4.66, dtype=torch.float64), torch.kaiser_window(1) + x,
                torch.kaiser_window(12, True, 0.0), torch.kaiser_window(33, False, 60.0))


class Long(nn.Module):
    def forward(self, x):
        return torch.kaiser_window(x.shape[0] + 2, True, 8.6) * x.sum()


class Open(nn.Module):
    def forward(self, x, beta: float):
        return x * torch.kaiser_window(4, True, beta)


#> --class Spellings --input 'x:float32[N]'
#> --class Long --input 'x:float32[N]'
#> --class Open --input 'x:float32[N,4]' --input 'beta:float32[]'
#= 1
#! kaiser_window.py:19:20: error[NN302]: `torch.kaiser_window`: `kaiser_window` of a `beta` that is known only when the model runs
#!             return x * torch.kaiser_window(4, True, beta)
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give `beta` as a number

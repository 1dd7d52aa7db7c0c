import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.hstack([x, y]), torch.hstack((x[0], y[0])), torch.column_stack([x, y]),
                torch.column_stack([x[:, 0], y]), torch.hstack([x.sum(), y.sum()]))


class Out(nn.Module):
    def forward(self, x):
        return torch.hstack([x, x], out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:bool[2,3]' --input 'y:bool[2,3]'
#> --class Out --input 'x:float32[N,3]'
#= 1
#! hstack.py:13:16: error[NN302]: `torch.hstack`: `out=` is not supported
#!             return torch.hstack([x, x], out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

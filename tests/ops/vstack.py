import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.vstack([x, y]), torch.vstack((x[0], y[0])), torch.row_stack([x, y]),
                torch.dstack([x, y]), torch.vstack([x.sum(), y.sum()]))


class Out(nn.Module):
    def forward(self, x):
        return torch.vstack([x, x], out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]' --input 'y:int64[2,3]'
#> --class Out --input 'x:float32[N,3]'
#= 1
#! vstack.py:13:16: error[NN302]: `torch.vstack`: `out=` is not supported
#!             return torch.vstack([x, x], out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.full((2, 3), 1.5), torch.full((n,), 7), torch.full([n, 1], True),
                torch.full(size=x.shape, fill_value=float('-inf'), dtype=x.dtype),
                torch.full((2,), 3, dtype=torch.float32), torch.full((), 2), x.new_full((2,), 3.5),
                x.new_full((n, 2), 1, dtype=torch.int64), torch.full((2,), n),
                torch.full((1, 2), x.sum().item()))


class Out(nn.Module):
    def forward(self, x):
        return torch.full((3,), 1.0, out=x)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:float64[N,M]'
#> --class Out --input 'x:float32[3]'
#= 1
#! full.py:17:16: error[NN302]: `torch.full`: `out=` is not supported
#!             return torch.full((3,), 1.0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

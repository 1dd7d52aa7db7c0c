import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.ones(2, 3), torch.ones((2,)), torch.ones(n),
                torch.ones(n, 2, dtype=torch.bool), torch.ones(x.shape),
                torch.ones([1, n], device=x.device), torch.ones(()), x.new_ones(2),
                x.new_ones((n, 2)), x.new_ones(x.shape, dtype=torch.int64))


class Out(nn.Module):
    def forward(self, x):
        return torch.ones(3, out=x)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:int64[N,M]'
#> --class Out --input 'x:float32[3]'
#= 1
#! ones.py:16:16: error[NN302]: `torch.ones`: `out=` is not supported
#!             return torch.ones(3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

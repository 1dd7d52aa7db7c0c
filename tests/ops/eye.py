import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.eye(3), torch.eye(2, 4), torch.eye(n), torch.eye(n, 2),
                torch.eye(n=3, m=2, dtype=torch.int64),
                torch.eye(n, dtype=torch.bool, device=x.device), torch.eye(n, dtype=x.dtype) * 2)


class Out(nn.Module):
    def forward(self, x):
        return torch.eye(3, out=x)


#> --class Spellings --input 'x:float32[N]'
#> --class Spellings --input 'x:float64[N,2]'
#> --class Out --input 'x:float32[3,3]'
#= 1
#! eye.py:15:16: error[NN302]: `torch.eye`: `out=` is not supported
#!             return torch.eye(3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.linalg.norm(x), torch.linalg.norm(x, dim=1),
                torch.linalg.norm(x, ord=1, dim=-1, keepdim=True), torch.linalg.norm(x, 'fro'),
                torch.linalg.norm(x, float('inf')), torch.linalg.norm(x, 1),
                torch.linalg.norm(x, -1), torch.linalg.norm(x, 2, 0), torch.linalg.norm(x[0], 3),
                torch.linalg.norm(x, dim=(0, 1)), torch.linalg.norm(x, dtype=torch.float64),
                torch.linalg.matrix_norm(x), torch.linalg.norm(x, float('-inf'), (0, 1), True))


class Spectral(nn.Module):
    def forward(self, x):
        return torch.linalg.norm(x, 2)


class Out(nn.Module):
    def forward(self, x):
        return torch.linalg.norm(x, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3]'
#> --class Spectral --input 'x:float32[2,3]'
#= 1
#! linalg_norm.py:17:16: error[NN302]: `torch.linalg.norm`: the matrix norm 2 needs singular values
#!             return torch.linalg.norm(x, 2)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! linalg_norm.py:22:16: error[NN302]: `torch.linalg.norm`: `out=` is not supported
#!             return torch.linalg.norm(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

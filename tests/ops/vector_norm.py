import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.linalg.vector_norm(x), torch.linalg.vector_norm(x, 1),
                torch.linalg.vector_norm(x, ord=3, dim=1),
                torch.linalg.vector_norm(x, float('inf'), (0, 1), True),
                torch.linalg.vector_norm(x, 0, dim=-1, keepdim=True),
                torch.linalg.vector_norm(x, float('-inf')),
                torch.linalg.vector_norm(x, dtype=torch.float64))


class Out(nn.Module):
    def forward(self, x):
        return torch.linalg.vector_norm(x, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3]'
#> --class Out --input 'x:float32[N]'
#= 1
#! vector_norm.py:17:16: error[NN302]: `torch.vector_norm`: `out=` is not supported
#!             return torch.linalg.vector_norm(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.zeros(2, 3), torch.zeros((2,)), torch.zeros(n),
                torch.zeros(n, 2, dtype=torch.int64), torch.zeros(x.shape),
                torch.zeros([1, n], device=x.device), torch.zeros(()), torch.zeros(0, 3),
                x.new_zeros(2), x.new_zeros((n, 2)), x.new_zeros(x.shape, dtype=torch.bool),
                x.new_zeros(x.size(0), 3), torch.zeros(2, requires_grad=True),
                torch.zeros(*x.shape, 2))


class Out(nn.Module):
    def forward(self, x):
        return torch.zeros(3, out=x)


class Sparse(nn.Module):
    def forward(self, x):
        return x + torch.zeros(3, layout=torch.sparse_coo)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:float64[N,M]'
#> --class Out --input 'x:float32[3]'
#= 1
#! zeros.py:18:16: error[NN302]: `torch.zeros`: `out=` is not supported
#!             return torch.zeros(3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Sparse --input 'x:float32[3]'
#= 1
#! zeros.py:23:20: error[NN602]: `torch.zeros`: the layout torch.sparse_coo has no counterpart in ONNX
#!             return x + torch.zeros(3, layout=torch.sparse_coo)
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

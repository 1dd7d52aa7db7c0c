import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, b, x, y):
        z = torch.zeros(x.size(0), y.size(1)) + b
        return (torch.addmm(b, x, y), b.addmm(x, y, beta=0.5, alpha=2),
                torch.addmm(b, x, y, beta=0), torch.addmv(b[0], y.t(), x[0]), z.addmm_(x, y),
                torch.addmm(b[0], mat1=x, mat2=y, alpha=3))


class Rank(nn.Module):
    def forward(self, x):
        return torch.addmm(x, x, x)


#> --class Spellings --input 'b:float32[1,4]' --input 'x:float32[N,3]' --input 'y:float32[3,4]'
#> --class Spellings --input 'b:float64[2,4]' --input 'x:float64[2,3]' --input 'y:float64[3,4]'
#> --class Rank --input 'x:float32[2,2,2]'
#= 1
#! addmm.py:15:16: error[NN401]: `forward` raises `RuntimeError: mat1 must be a matrix, got 3-D tensor`
#!             return torch.addmm(x, x, x)
#!                    ^~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn


def well_conditioned(a):
    return a + 3 * torch.eye(a.shape[-1], dtype=a.dtype)


class Sides(nn.Module):
    """Only one triangle is looked at: the other is full of other numbers."""

    def forward(self, a, b):
        a = well_conditioned(a)
        return (torch.linalg.solve_triangular(a, b, upper=True),
                torch.linalg.solve_triangular(a, b, upper=False),
                torch.linalg.solve_triangular(a, b.mT, upper=True, left=False),
                torch.linalg.solve_triangular(a, b.mT, upper=False, left=False))


class Ones(nn.Module):
    """The diagonal is taken for ones."""

    def forward(self, a, b):
        a = a * 0.3
        return (torch.linalg.solve_triangular(a, b, upper=True, unitriangular=True),
                torch.linalg.solve_triangular(a, b, upper=False, unitriangular=True),
                torch.linalg.solve_triangular(a, b.mT, upper=False, left=False, unitriangular=True))


class Oblong(nn.Module):
    def forward(self, a):
        return torch.linalg.solve_triangular(a, a, upper=True)


class Vector(nn.Module):
    def forward(self, a, b):
        return torch.linalg.solve_triangular(a, b, upper=True)


#> --class Sides --input 'a:float32[N,5,5]' --input 'b:float32[N,5,2]'
#> --class Sides --input 'a:float64[4,4]' --input 'b:float64[N,4,3]'
#> --class Sides --input 'a:float32[N,M,M]' --input 'b:float32[M,2]'
#~ call N=2, M=0
#~ call N=1, M=1
#~ call N=2, M=5
#> --class Ones --input 'a:float32[N,5,5]' --input 'b:float32[N,5,2]'
#> --class Ones --input 'a:float32[M,M]' --input 'b:float32[M,2]'
#~ call M=0
#~ call M=1
#~ call M=6
#> --class Oblong --input 'a:float32[2,3]'
#= 1
#! linalg_solve_triangular.py:32:16: error[NN401]: `forward` raises `RuntimeError: linalg.solve_triangular: A must be batches of square matrices, but they are 2 by 3 matrices`
#!             return torch.linalg.solve_triangular(a, a, upper=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Vector --input 'a:float32[3,3]' --input 'b:float32[3]'
#= 1
#! linalg_solve_triangular.py:37:16: error[NN401]: `forward` raises `RuntimeError: linalg.solve_triangular: The input tensor B must have at least 2 dimensions.`
#!             return torch.linalg.solve_triangular(a, b, upper=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

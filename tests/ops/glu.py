import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, dim=-1):
        super().__init__()
        self.dim = dim
        self.layer = nn.GLU(dim)

    def forward(self, x):
        return F.glu(x, self.dim), self.layer(x)


class Scalar(nn.Module):
    def forward(self, x):
        return F.glu(x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(0)' --input 'x:float64[6,N]'
#> --class 'Spellings(1)' --input 'x:float32[N,2,M]'
#> --class Spellings --input 'x:float32[N,3]'
#= 1
#! glu.py:12:16: error[NN401]: `forward` raises `RuntimeError: Halving dimension must be even, but dimension 1 is size 3`
#!             return F.glu(x, self.dim), self.layer(x)
#!                    ^~~~~~~~~~~~~~~~~~
#> --class Scalar --input 'x:float32[]'
#= 1
#! glu.py:17:16: error[NN401]: `forward` raises `RuntimeError: glu does not support 0-dimensional tensors`
#!             return F.glu(x)
#!                    ^~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, a, b):
        z = torch.complex(a, b)
        return (torch.view_as_real(z), torch.complex(real=b, imag=a).real, z.abs(), torch.abs(z),
                torch.view_as_real(z + z), torch.view_as_real(z * 2),
                torch.view_as_real(z.flatten()), z.shape[0])


class Integers(nn.Module):
    def forward(self, n):
        return torch.complex(n, n).real


class Types(nn.Module):
    def forward(self, x, y):
        return torch.complex(x, y).real


#> --class Spellings --input 'a:float32[N,3]' --input 'b:float32[N,3]'
#> --class Spellings --input 'a:float64[N,3]' --input 'b:float64[N,3]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! complex.py:15:16: error[NN404]: `forward` raises `RuntimeError: Expected both inputs to be Half, Float or Double tensors`
#!             return torch.complex(n, n).real
#!                    ^~~~~~~~~~~~~~~~~~~
#> --class Types --input 'x:float32[N]' --input 'y:float64[N]'
#= 1
#! complex.py:20:16: error[NN404]: `forward` raises `RuntimeError: Expected object of scalar type torch.float32 but got scalar type torch.float64 for second argument`
#!             return torch.complex(x, y).real
#!                    ^~~~~~~~~~~~~~~~~~~

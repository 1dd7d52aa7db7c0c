import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, r, a):
        z = torch.polar(r, a)
        w = torch.polar(torch.ones_like(a), a)
        return (z.real, z.imag, torch.view_as_real(z * w),
                torch.view_as_real(torch.polar(abs=r, angle=a)))


class Integers(nn.Module):
    def forward(self, n):
        return torch.polar(n, n).real


#> --class Spellings --input 'r:float32[N,3]' --input 'a:float32[N,3]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! polar.py:15:16: error[NN404]: `forward` raises `RuntimeError: Expected both inputs to be Half, Float or Double tensors of one type but got torch.int64 and torch.int64`
#!             return torch.polar(n, n).real
#!                    ^~~~~~~~~~~~~~~~~

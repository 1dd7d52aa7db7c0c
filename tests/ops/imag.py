import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, pair):
        z = torch.view_as_complex(pair)
        return z.imag, torch.imag(z), (z * z).imag, (-z).imag


class Real(nn.Module):
    def forward(self, x):
        return x.imag


#> --class Spellings --input 'pair:float32[N,3,2]'
#> --class Real --input 'x:float32[N]'
#= 1
#! imag.py:13:16: error[NN404]: `forward` raises `RuntimeError: imag is not implemented for tensors with non-complex dtypes.`
#!             return x.imag
#!                    ^~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, pair, x):
        z = torch.view_as_complex(pair)
        return (torch.view_as_real(z), torch.view_as_real(z * z).flatten(-2),
                torch.view_as_real(z[:, None] * z[None]).type_as(x))


class Real(nn.Module):
    def forward(self, x):
        return torch.view_as_real(x)


#> --class Spellings --input 'pair:float32[N,3,2]' --input 'x:float64[1]'
#> --class Real --input 'x:float32[N]'
#= 1
#! view_as_real.py:14:16: error[NN404]: `forward` raises `RuntimeError: view_as_real is only supported for complex tensors`
#!             return torch.view_as_real(x)
#!                    ^~~~~~~~~~~~~~~~~~~~~

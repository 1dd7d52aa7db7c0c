import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.norm(), torch.norm(x), x.norm(2, 1), x.norm(p=1, dim=-1, keepdim=True),
                torch.norm(x, p=3, dim=0), x.norm(float('inf'), 1), x.norm(float('-inf'), 0),
                x.norm(0, 1), torch.norm(x, p='fro'), torch.norm(x, p='fro', dim=(0, 1)),
                x.norm(0.5, 1), x.norm(dim=1), torch.norm(x, dim=(0, 1), keepdim=True),
                x.norm(2, (0, 1)))


class Types(nn.Module):
    def forward(self, x):
        return x.norm(2, dtype=torch.float64), torch.norm(x, 2, 1, dtype=torch.float64)


class Nuclear(nn.Module):
    def forward(self, x):
        return torch.norm(x, p='nuc')


class Integers(nn.Module):
    def forward(self, n):
        return n.norm()


class Out(nn.Module):
    def forward(self, x):
        return torch.norm(x, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3]'
#> --class Types --input 'x:float32[N,3]'
#> --class Nuclear --input 'x:float32[2,3]'
#= 1
#! norm.py:21:16: error[NN602]: `torch.norm`: the nuclear norm needs singular values, which ONNX cannot compute
#!             return torch.norm(x, p='nuc')
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#> --class Integers --input 'n:int64[N]'
#= 1
#! norm.py:26:16: error[NN404]: `forward` raises `RuntimeError: norm(): input dtype should be either floating point or complex. Got Long instead.`
#!             return n.norm()
#!                    ^~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! norm.py:31:16: error[NN302]: `torch.norm`: `out=` is not supported
#!             return torch.norm(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

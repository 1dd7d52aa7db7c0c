import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.exp(x), x.exp(), x.clone().exp_(), torch.exp_(x.clone())


class Integers(nn.Module):
    def forward(self, n):
        return torch.exp(n), n.exp(), (n > 0).exp()


class Out(nn.Module):
    def forward(self, x):
        return torch.exp(x, out=x)


class Narrowed(nn.Module):
    def forward(self, n):
        return n.exp_()


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N,0]'
#> --class Spellings --input 'x:float64[]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! exp.py:17:16: error[NN302]: `torch.exp`: `out=` is not supported
#!             return torch.exp(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Narrowed --input 'n:int64[N]'
#= 1
#! exp.py:22:16: error[NN404]: `forward` raises `RuntimeError: result type Float can't be cast to the desired output type Long`
#!             return n.exp_()
#!                    ^~~~~~~~

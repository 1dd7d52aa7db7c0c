import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.logsumexp(x, 1), x.logsumexp(dim=-1), x.logsumexp((0, 1), keepdim=True),
                torch.logsumexp(x, dim=0, keepdim=True), x.sum().logsumexp(0),
                torch.special.logsumexp(x, 1))


class Out(nn.Module):
    def forward(self, x):
        return torch.logsumexp(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#~ with x=normal(0, 60)
#> --class Spellings --input 'x:float64[2,3]'
#> --class Spellings --input 'x:float32[2,2]'
#~ call x=[[-inf, -inf], [inf, 1.0]]
#> --class Out --input 'x:float32[N]'
#= 1
#! logsumexp.py:14:16: error[NN302]: `torch.logsumexp`: `out=` is not supported
#!             return torch.logsumexp(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.clamp_max(x, 1), x.clamp_max(1), x.clone().clamp_max_(1),
                torch.clamp_max(x, y), x.clamp_max(max=y))


class Refused(nn.Module):
    def forward(self, x):
        return torch.clamp_max(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[N]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! clamp_max.py:13:16: error[NN302]: `torch.clamp_max`: `out=` is not supported
#!             return torch.clamp_max(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.clamp_min(x, 1), x.clamp_min(1), x.clone().clamp_min_(1),
                torch.clamp_min(x, y), x.clamp_min(min=y))


class Refused(nn.Module):
    def forward(self, x):
        return torch.clamp_min(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:int64[N]' --input 'y:int64[N]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! clamp_min.py:13:16: error[NN302]: `torch.clamp_min`: `out=` is not supported
#!             return torch.clamp_min(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

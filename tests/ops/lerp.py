import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y, w):
        return torch.lerp(x, y, 0.3), x.lerp(y, w), x.clone().lerp_(y, 0.8), torch.lerp(x, y, w)


class Refused(nn.Module):
    def forward(self, x):
        return torch.lerp(x, x, 0.5, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[N,4]' --input 'w:float32[4]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[1]' --input 'w:float64[]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! lerp.py:12:16: error[NN302]: `torch.lerp`: `out=` is not supported
#!             return torch.lerp(x, x, 0.5, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

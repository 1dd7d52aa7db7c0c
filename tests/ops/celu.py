import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.layer = nn.CELU(alpha, inplace)

    def forward(self, x):
        return (F.celu(x), F.celu(x, self.alpha), F.celu(x.clone(), self.alpha, inplace=True),
                torch.celu(x, self.alpha), torch.celu_(x.clone()), self.layer(x.clone()))


class Zero(nn.Module):
    def forward(self, x):
        return F.celu(x, 0.0)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(0.5, True)' --input 'x:float64[N]'
#> --class 'Spellings(2)' --input 'x:float32[]'
#> --class 'Spellings(-1.5)' --input 'x:float32[N]'
#> --class Zero --input 'x:float32[N]'
#= 1
#! celu.py:19:16: error[NN202]: `forward` raises `RuntimeError: ZeroDivisionError: alpha cannot be 0 for CELU`
#!             return F.celu(x, 0.0)
#!                    ^~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y, z):
        return (torch.addcmul(x, y, z), x.addcmul(y, z, value=2),
                x.clone().addcmul_(y, z, value=-0.5), torch.addcmul(x, y, z, value=3))


class Refused(nn.Module):
    def forward(self, x):
        return torch.addcmul(x, x, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]' --input 'z:float32[N,1]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[1]' --input 'z:float64[]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! addcmul.py:13:16: error[NN302]: `torch.addcmul`: `out=` is not supported
#!             return torch.addcmul(x, x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

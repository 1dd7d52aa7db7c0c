import torch
from torch import nn


class Optional(nn.Module):
    def forward(self, x, mask=None, scale: float = 2.0):
        if mask is not None:
            x = x.masked_fill(mask, 0)
        return x * scale


#> --class Optional --input 'x:float32[N,4]'

#> --class Optional --input 'x:float32[N,4]' --input 'mask:bool[N,4]' --set scale=0.5

#> --class Optional --input 'x:float32[N,4]' --set mask=None

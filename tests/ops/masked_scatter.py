import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, m, y):
        z = x.clone()
        z.masked_scatter_(m, y)
        return z, torch.masked_scatter(x, m, y), x.masked_scatter(mask=m, source=y)


class Broadcast(nn.Module):
    def forward(self, x, m, y):
        return x.masked_scatter(m[:, None], y), x.masked_scatter(m[:, None].expand_as(x), y)


class Mask(nn.Module):
    def forward(self, x, i):
        return x.masked_scatter(i, x)


#> --class Spellings --input 'x:float32[N,3]' --input 'm:bool[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]' --input 'm:bool[3]' --input 'y:int64[7]'
#> --class Broadcast --input 'x:float32[N,3]' --input 'm:bool[N]' --input 'y:float32[N,3]'
#> --class Mask --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! masked_scatter.py:19:16: error[NN602]: `torch.masked_scatter`: ONNX's `Where` takes `bool`, not `int64`
#!             return x.masked_scatter(i, x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

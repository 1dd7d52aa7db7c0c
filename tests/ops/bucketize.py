import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, edges):
        return (torch.bucketize(x, edges), torch.bucketize(x, boundaries=edges, right=True),
                torch.bucketize(x, edges, out_int32=True), torch.bucketize(0.3, edges))


class Out(nn.Module):
    def forward(self, x, i):
        return torch.bucketize(x, x, out=i)


#> --class Spellings --input 'x:float32[N,2]' --input 'edges:float32[3]'
#~ with edges=[-0.5, 0.2, 0.9]
#> --class Spellings --input 'x:int64[N]' --input 'edges:float64[3]'
#~ with edges=[0.0, 2.0, 3.0]
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! bucketize.py:13:16: error[NN302]: `torch.bucketize`: `out=` is not supported
#!             return torch.bucketize(x, x, out=i)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, edges, x):
        return (torch.searchsorted(edges, x), torch.searchsorted(edges, x, right=True),
                torch.searchsorted(edges, x, side='right', out_int32=True),
                torch.searchsorted(edges, 0.3),
                torch.searchsorted(edges.expand(2, 3), x[:2].reshape(2, -1)))


class Rows(nn.Module):
    def forward(self, edges, x):
        return (torch.searchsorted(edges, x), torch.searchsorted(edges, x, side='left'),
                torch.searchsorted(edges * -1, x, sorter=torch.argsort(edges * -1)))


class Out(nn.Module):
    def forward(self, x, i):
        return torch.searchsorted(x, x, out=i)


#> --class Spellings --input 'edges:float32[3]' --input 'x:float32[2,N]'
#~ with edges=[-0.5, 0.2, 0.9]
#> --class Rows --input 'edges:float32[2,3]' --input 'x:float32[2,N]'
#~ with edges=[[-0.5, 0.2, 0.9], [0.0, 0.0, 1.0]]
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! searchsorted.py:21:16: error[NN302]: `torch.searchsorted`: `out=` is not supported
#!             return torch.searchsorted(x, x, out=i)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        values, indices = x.topk(2)
        return (values, indices, torch.topk(x, 3, dim=1), x.topk(k=2, dim=-1, largest=False),
                torch.topk(x, 1, sorted=True).values, x.topk(4, 1)[1], x.topk(x.size(1) // 2, 1))


class Data(nn.Module):
    def forward(self, x, k):
        return x.topk(k), torch.topk(x, k=min(x.size(0), 2), dim=0)


class Range(nn.Module):
    def forward(self, x):
        return x.topk(5)


class Out(nn.Module):
    def forward(self, x):
        return torch.topk(x, 1, out=(x, x))


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[2,5]'
#> --class Data --input 'x:float32[N,4]' --input 'k:int64[]'
#~ with k=integers(1, 4)
#> --class Range --input 'x:float32[N,4]'
#= 1
#! topk.py:19:16: error[NN401]: `forward` raises `RuntimeError: selected index k out of range`
#!             return x.topk(5)
#!                    ^~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! topk.py:24:16: error[NN302]: `torch.topk`: `out=` is not supported
#!             return torch.topk(x, 1, out=(x, x))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

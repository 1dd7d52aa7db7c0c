import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, i):
        return (torch.gather(x, 1, i), x.gather(1, i), x.gather(dim=-1, index=i),
                torch.gather(x, 0, i[:, :2] % 1), x.gather(1, i, sparse_grad=True),
                x.take_along_dim(i, 1), torch.take_along_dim(x, x.argsort(1), dim=1))


class Rank(nn.Module):
    def forward(self, x, i):
        return x.gather(1, i)


class Type(nn.Module):
    def forward(self, x):
        return x.gather(0, x)


class Out(nn.Module):
    def forward(self, x, i):
        return torch.gather(x, 0, i, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'i:int64[N,2]'
#~ with i=integers(0, 4)
#> --class Spellings --input 'x:int64[3,4]' --input 'i:int64[3,5]'
#~ with i=integers(0, 4)
#> --class Rank --input 'x:float32[3,4]' --input 'i:int64[2]'
#= 1
#! gather.py:14:16: error[NN401]: `forward` raises `RuntimeError: Index tensor must have the same number of dimensions as input tensor`
#!             return x.gather(1, i)
#!                    ^~~~~~~~~~~~~~
#> --class Type --input 'x:float32[3]'
#= 1
#! gather.py:19:16: error[NN404]: `forward` raises `RuntimeError: gather(): Expected dtype int64 for index`
#!             return x.gather(0, x)
#!                    ^~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3]' --input 'i:int64[3]'
#= 1
#! gather.py:24:16: error[NN302]: `torch.gather`: `out=` is not supported
#!             return torch.gather(x, 0, i, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

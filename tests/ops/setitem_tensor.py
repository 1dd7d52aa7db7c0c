import torch
from torch import nn


class Indices(nn.Module):
    def forward(self, x, i, y):
        a, b, c, d = x.clone(), x.clone(), x.clone(), x.clone()
        a[i] = 0
        b[:, i % 3] = y[:, :1]
        c[i, i % 3] = 5
        d[i] += 1
        d[i % 2, 1:] = y[:1, 1:]
        return a, b, c, d


class Lists(nn.Module):
    def forward(self, x):
        x = x.clone()
        x[[0, 2]] = 1
        x[:, [0]] = 2
        x[[0, 1], [1, 2]] = torch.tensor([7.0, 8.0])
        x[torch.tensor([1]), ...] = -1
        return x


class Masks(nn.Module):
    def forward(self, x, m):
        a, b, c, d = x.clone(), x.clone(), x.clone(), x.clone()
        a[m] = 0
        b[b > 0] *= 2
        c[m] = x[m] + 1
        d[m[:, 0]] = 9
        d[:, torch.tensor([True, False, True])] = 4
        a[x == 0] = float('nan')
        return a, b, c, d


class Slices(nn.Module):
    """A mask or an index of a part, which is a view."""

    def forward(self, x, m):
        x = x.clone()
        x[1:][m[1:]] = 3
        x[0][torch.tensor([0, 2])] = 6
        x[:, 0][m[:, 0]] = 8
        return x


class Put(nn.Module):
    def forward(self, x, i):
        a = x.clone().index_put_((i,), torch.tensor(2.0))
        b = x.index_put((i, i % 3), torch.tensor(1.0), accumulate=True)
        c = torch.index_put(x, [i], x[:1])
        return a, b, c


class Shape(nn.Module):
    def forward(self, x):
        x = x.clone()
        x[torch.tensor([0, 1])] = torch.ones(2, 3)
        return x


#> --class Indices --input 'x:float32[4,3]' --input 'i:int64[N]' --input 'y:float32[4,3]'
#~ with i=integers(0, 4)
#> --class Lists --input 'x:float32[3,N]'
#~ with N=(3, 4)
#~ sizes columns are named up to 2
#> --class Masks --input 'x:float32[N,3]' --input 'm:bool[N,3]'
#> --class Slices --input 'x:float32[N,3]' --input 'm:bool[N,3]'
#> --class Put --input 'x:float32[4,3]' --input 'i:int64[N]'
#~ with i=integers(0, 4)
#> --class Shape --input 'x:float32[2,4]'
#= 1
#! setitem_tensor.py:60:9: error[NN401]: `forward` raises `RuntimeError: shape mismatch: value tensor of shape [2, 3] cannot be broadcast to indexing result of shape [2, 4]`
#!             x[torch.tensor([0, 1])] = torch.ones(2, 3)
#!             ^~~~~~~~~~~~~~~~~~~~~~~

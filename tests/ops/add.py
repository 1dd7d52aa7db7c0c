import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z += y
        return (x + y, z, x.add(y), x.clone().add_(y), torch.add(x, y), x.__radd__(y), x + 1,
                1.5 + x, x.add(2), torch.add(x, 0.5))


class Alpha(nn.Module):
    def forward(self, x, y):
        return (torch.add(x, y, alpha=2), x.add(y, alpha=3), x.clone().add_(y, alpha=2),
                torch.add(input=x, other=y, alpha=1))


class Views(nn.Module):
    """A write through a view reaches the tensor."""

    def forward(self, x):
        x = x * 1
        x[:, 1:] += 1
        x[0].add_(x[-1])
        x.t()[2] += x[:, 0]
        return x


class Mixed(nn.Module):
    def forward(self, x, n, b):
        return x + n, n + b, n + 1, n + 1.5, b + 1, b + True, x.half() + n, x.double() + x, b + b


class Scalars(nn.Module):
    def forward(self, x):
        return x + torch.tensor(1), x.sum() + 1, torch.tensor(2) + torch.tensor(1.5), x + x.shape[0]


class Narrowed(nn.Module):
    def forward(self, n):
        n += 1.5
        return n


class Out(nn.Module):
    def forward(self, x, y):
        return torch.add(x, y, out=y)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:float32[N,3,M]' --input 'y:float32[3,1]'
#> --class Spellings --input 'x:float64[2,0]' --input 'y:float64[]'
#> --class Alpha --input 'x:float32[N,4]' --input 'y:float32[1,4]'
#> --class Alpha --input 'x:int64[N]' --input 'y:int64[N]'
#> --class Views --input 'x:float32[N,4]'
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]' --input 'b:bool[N]'
#> --class Scalars --input 'x:float32[N]'
#> --class Narrowed --input 'n:int64[N]'
#= 1
#! add.py:42:9: error[NN404]: `forward` raises `RuntimeError: result type Float can't be cast to the desired output type Long`
#!             n += 1.5
#!             ^~~~~~~~
#> --class Out --input 'x:float32[N]' --input 'y:float32[N]'
#= 1
#! add.py:48:16: error[NN302]: `torch.add`: `out=` is not supported
#!             return torch.add(x, y, out=y)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

"""Running products, extremes and sums of exponentials, along axes of known and of unknown length."""
import torch
from torch import nn


class Products(nn.Module):
    def forward(self, x):
        return (x.cumprod(0), torch.cumprod(x, 1), x.cumprod(dim=-1), x.sum().cumprod(0),
                torch.cumprod(x, dim=0, dtype=torch.float64), x[:, :0].cumprod(1))


class Extremes(nn.Module):
    def forward(self, x):
        high, at = torch.cummax(x, 0)
        low = x.cummin(dim=0)
        return high, at, low.values, low.indices, x.cummax(1)[0], torch.cummin(x, -1)[1]


class Logs(nn.Module):
    def forward(self, x):
        return torch.logcumsumexp(x, 0), x.logcumsumexp(1)


class Types(nn.Module):
    def forward(self, n, b):
        return (n.cumprod(0), b.cumprod(0), n.int().cumprod(0), n.cummax(0), b.cummin(0),
                n.to(torch.int16).cummin(0))


class Rays(nn.Module):
    """The share of light that reaches each sample of a ray."""

    def forward(self, alpha):
        free = torch.cat([torch.ones_like(alpha[:, :1]), 1 - alpha + 1e-10], -1)
        return alpha * torch.cumprod(free, -1)[:, :-1]


class Out(nn.Module):
    def forward(self, x):
        return torch.cumprod(x, 0, out=x)


#> --class Products --input 'x:float32[N,3]'
#> --class Products --input 'x:float32[4,3]'
#> --class Extremes --input 'x:float32[N,5]'
#> --class Types --input 'n:int64[N,2]' --input 'b:bool[N,3]'
#~ with n=integers(-3, 3)
#> --class Logs --input 'x:float32[N,M]'
#> --class Rays --input 'alpha:float32[N,S]'
#~ with alpha=uniform(0, 1)
#~ untaken 1 with the ones in front no ray is shorter than two
#> --class Out --input 'x:float32[N]'
#= 1
#! cumprod.py:40:16: error[NN302]: `torch.cumprod`: `out=` is not supported
#!             return torch.cumprod(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        q = torch.tensor([0.1, 0.5, 1.0], dtype=x.dtype)
        return (torch.quantile(x, 0.3), x.quantile(0.25, 0), x.quantile(q, dim=1),
                torch.quantile(x, q, dim=0, keepdim=True), x.quantile(q),
                x.quantile(0.9, -1, True), x.quantile(0.5, keepdim=True),
                torch.nanquantile(x, q, 1), x.nanquantile(0.3, dim=0), x[0, 0].quantile(0.3))


class Between(nn.Module):
    def forward(self, x):
        return (x.quantile(0.37, 0, interpolation='lower'),
                x.quantile(0.37, 0, interpolation='higher'),
                x.quantile(0.37, 0, interpolation='midpoint'),
                x.quantile(0.37, 0, interpolation='nearest'),
                torch.nanquantile(x, 0.6, 1, interpolation='higher'))


class Threshold(nn.Module):
    """Dynamic thresholding, as samplers of diffusion models do it."""

    def forward(self, x):
        flat = x.reshape(x.shape[0], -1).abs()
        s = torch.quantile(flat, 0.995, dim=1).clamp(min=1)[:, None]
        return x.clamp(-s, s) / s


class Bounds(nn.Module):
    def forward(self, x):
        return x.quantile(1.5)


class Integers(nn.Module):
    def forward(self, x):
        return x.quantile(0.5)


#> --class Spellings --input 'x:float32[N,5]'
#> --class Spellings --input 'x:float64[N,3]'
#> --class Between --input 'x:float32[N,4]'
#~ call x=torch.tensor([[1., float('nan'), 2., 5.], 4 * [float('nan')], [3., 2., 1., 0.]])
#~ call x=torch.tensor([[float('inf'), 4., -float('inf'), 3.]])
#> --class Spellings --input 'x:float32[N,M]'
#> --class Threshold --input 'x:float32[N,M]'
#> --class Bounds --input 'x:float32[N]'
#= 1
#! quantile.py:34:16: error[NN202]: `forward` raises `RuntimeError: quantile() q must be in the range [0, 1] but got 1.5`
#!             return x.quantile(1.5)
#!                    ^~~~~~~~~~~~~~~
#> --class Integers --input 'x:int64[N]'
#= 1
#! quantile.py:39:16: error[NN202]: `forward` raises `RuntimeError: quantile() input tensor must be either float or double dtype`
#!             return x.quantile(0.5)
#!                    ^~~~~~~~~~~~~~~

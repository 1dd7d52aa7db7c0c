"""nn.RMSNorm, of torch 2.4; where torch has none, the formula stands in."""
import torch
from torch import nn


class Formula(nn.Module):
    def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
        super().__init__()
        shape = normalized_shape
        shape = (shape,) if isinstance(shape, int) else tuple(shape)
        self.axes, self.eps = tuple(range(-len(shape), 0)), eps
        if elementwise_affine:
            self.weight = nn.Parameter(torch.ones(shape))
        else:
            self.register_parameter('weight', None)

    def forward(self, x):
        eps = torch.finfo(x.dtype).eps if self.eps is None else self.eps
        y = x * torch.rsqrt(x.pow(2).mean(self.axes, keepdim=True) + eps)
        return y if self.weight is None else y * self.weight


RMSNorm = nn.RMSNorm if hasattr(nn, 'RMSNorm') else Formula


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = RMSNorm(*args, **options)

    def forward(self, x):
        return self.layer(x)


#> --class 'Spellings(4)' --input 'x:float32[N,4]'
#> --class 'Spellings((3, 4), eps=0.1)' --input 'x:float32[N,3,4]'
#> --class 'Spellings([4], elementwise_affine=False)' --input 'x:float64[N,4]'

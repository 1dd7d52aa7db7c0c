import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.GroupNorm(*args, **options)

    def forward(self, x):
        n = self.layer
        return (n(x), F.group_norm(x, n.num_groups, n.weight, n.bias, n.eps),
                F.group_norm(x, num_groups=2),
                torch.group_norm(x, n.num_groups, n.weight, n.bias, 1e-3))


#> --class 'Spellings(2, 4)' --input 'x:float32[N,4,H,W]'
#> --class 'Spellings(4, 4, eps=0.1)' --input 'x:float32[N,4,L]'
#~ with L=(2, 3)
#~ sizes one value has no variance
#> --class 'Spellings(1, 4, affine=False)' --input 'x:float32[N,4]'
#> --class 'Spellings(2, 4)' --input 'x:float32[2,4,2,2,2]'
#> --class 'Spellings(3, 4)' --input 'x:float32[N,4,2]'
#= 1
#! group_norm.py:9:22: error[NN401]: building the model raises `ValueError: num_channels must be divisible by num_groups`
#!             self.layer = nn.GroupNorm(*args, **options)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module group_norm`

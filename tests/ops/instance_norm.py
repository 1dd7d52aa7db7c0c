import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, kind, *args, **options):
        super().__init__()
        self.layer = getattr(nn, kind)(*args, **options)

    def forward(self, x):
        return self.layer(x)


class Function(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.rand(3))
        self.register_buffer('mean', torch.rand(3))

    def forward(self, x):
        return (F.instance_norm(x),
                F.instance_norm(x, weight=self.weight, bias=self.weight, eps=0.1),
                F.instance_norm(x, self.mean, self.weight.abs(), use_input_stats=False))


#> --class 'Layer("InstanceNorm2d", 3)' --input 'x:float32[N,3,4,5]'
#> --class 'Layer("InstanceNorm2d", 3, affine=True, eps=0.1)' --input 'x:float32[N,3,2,W]'
#~ with W=(2, 3)
#~ sizes one value has no variance
#> --class 'Layer("InstanceNorm1d", 3, track_running_stats=True)' --input 'x:float32[N,3,4]'
#> --class 'Layer("InstanceNorm1d", 3)' --input 'x:float32[3,4]'
#> --class 'Layer("InstanceNorm3d", 3, affine=True)' --input 'x:float32[N,3,2,2,3]'
#> --class Function --input 'x:float32[N,3,2,3]'
#~ weights {k: v.abs() for k, v in sd.items()}
#> --class 'Layer("InstanceNorm2d", 3)' --input 'x:float32[N,3]'
#= 1
#! instance_norm.py:12:16: error[NN401]: `forward` raises `ValueError: expected 3D or 4D input (got 2D input)`
#!             return self.layer(x)
#!                    ^~~~~~~~~~~~~

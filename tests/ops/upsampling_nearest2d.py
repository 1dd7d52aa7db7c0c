import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options = options
        self.layer = nn.UpsamplingNearest2d(**options)

    def forward(self, x):
        return self.layer(x), F.upsample_nearest(x, **self.options)


#> --class 'Spellings(scale_factor=2)' --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(size=(5, 7))' --input 'x:float32[N,2,3,4]'
#> --class 'Spellings(size=5, scale_factor=2)' --input 'x:float32[N,2,3,4]'
#= 1
#! upsampling_nearest2d.py:12:16: error[NN202]: `forward` raises `ValueError: only one of size or scale_factor should be defined`
#!             return self.layer(x), F.upsample_nearest(x, **self.options)
#!                    ^~~~~~~~~~~~~

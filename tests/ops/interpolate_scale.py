import torch
import torch.nn.functional as F
from torch import nn


class Fitted(nn.Module):
    """To a longest side of 16, by a scale that the sizes give."""

    def forward(self, x):
        longest = torch.max(torch.tensor(x.shape[-2:])).to(torch.float32)
        scale = (16 / longest).item()
        return F.interpolate(x, scale_factor=scale, mode='bilinear', recompute_scale_factor=True,
                             align_corners=False)


class Half(nn.Module):
    def forward(self, x):
        return F.interpolate(x, scale_factor=0.7, mode='nearest', recompute_scale_factor=True)


class Kept(nn.Module):
    """A scale that is kept says where pixels stand, too."""

    def forward(self, x):
        scale = (16 / torch.tensor(x.shape[-1]).to(torch.float32)).item()
        return F.interpolate(x, scale_factor=scale)


#> --class Fitted --input 'x:float32[N,2,H,W]'
#~ call N=1, H=8, W=5
#~ call N=2, H=7, W=23
#~ call N=2, H=1, W=1
#> --class Half --input 'x:float32[N,2,H,W]'
#~ call N=1, H=8, W=5
#~ call N=2, H=7, W=23
#~ sizes a pixel has no smaller image
#> --class Kept --input 'x:float32[N,2,H,W]'
#= 1
#! interpolate_scale.py:26:16: error[NN403]: `torch.nn.functional.interpolate`: a scale that is not known, or not an integer, of a size that is not known
#!             return F.interpolate(x, scale_factor=scale)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give the sizes with --input

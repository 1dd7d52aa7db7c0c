import torch
import torchvision
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, rois):
        index, first, size = rois[:, :1].abs() * 0, rois[:, 1:3].abs(), rois[:, 3:].abs() + 1
        rois = torch.cat([index, first, first + size], 1)
        return (torch.ops.torchvision.roi_align(x, rois, 0.5, 2, 2, 2, False),
                torchvision.ops.roi_align(x, rois, (2, 3), spatial_scale=1.0, sampling_ratio=1, aligned=True),
                torchvision.ops.roi_align(x, [rois[:, 1:]], 2))


#> --class Spellings --input 'x:float32[1,2,6,7]' --input 'rois:float32[N,5]'
#= 1
#! roi_align.py:10:17: error[NN302]: `torch.ops._Namespace.__getattr__.<locals>.call`: `torch.ops.torchvision.roi_align` is an operator of an extension library
#!             return (torch.ops.torchvision.roi_align(x, rois, 0.5, 2, 2, 2, False),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! roi_align.py:2:1: error[NN106]: cannot find the module `torchvision`
#!     import torchvision
#!     ^~~~~~~~~~~~~~~~~~
#!   hint: name the folder that holds it with -I

"""Operators of torchvision's extension library."""
import torch
from torch import nn


class Align(nn.Module):
    def forward(self, x, rois):
        return torch.ops.torchvision.roi_align(x, rois, 0.5, 2, 2, 2, False)


#> --class Align --input 'x:float32[1,2,6,7]' --input 'rois:float32[N,5]'
#= 1
#! roi_align.py:8:16: error[NN302]: `torch.ops._Namespace.__getattr__`: `torch.ops.torchvision.roi_align` is an operator of an extension library
#!             return torch.ops.torchvision.roi_align(x, rois, 0.5, 2, 2, 2, False)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

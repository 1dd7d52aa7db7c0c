"""Operators of torchvision's extension library."""
import torch
from torch import nn


class Raw(nn.Module):
    def forward(self, x, offset, weight):
        mask, bias = x.new_ones(1, 9, 4, 4), x.new_zeros(3)
        ones = (1,) * 8
        return torch.ops.torchvision.deform_conv2d(x, weight, offset, mask, bias, *ones, True)


#> --class Raw --input 'x:float32[1,2,4,4]' --input 'offset:float32[1,18,4,4]' \
#>     --input 'weight:float32[3,2,3,3]'
#= 1
#! deform_conv2d.py:10:16: error[NN302]: `torch.ops._Namespace.__getattr__`: `torch.ops.torchvision.deform_conv2d` is an operator of an extension library
#!             return torch.ops.torchvision.deform_conv2d(x, weight, offset, mask, bias, *ones, True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

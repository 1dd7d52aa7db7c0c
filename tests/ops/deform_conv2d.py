import torch
import torchvision
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(3, 2, 3, 3))
        self.bias = nn.Parameter(torch.randn(3))

    def forward(self, x, offset):
        return torchvision.ops.deform_conv2d(x, offset, self.weight, self.bias, padding=1)


class Raw(nn.Module):
    def forward(self, x, offset, weight):
        return (
                torch.ops.torchvision.deform_conv2d(x, weight, offset, x.new_ones(1, 9, 4, 4), x.new_zeros(3), 1, 1, 1, 1, 1, 1, 1, 1, True))


#> --class Spellings --input 'x:float32[1,2,4,4]' --input 'offset:float32[1,18,4,4]'
#= 1
#! deform_conv2d.py:2:1: error[NN106]: cannot find the module `torchvision`
#!     import torchvision
#!     ^~~~~~~~~~~~~~~~~~
#!   hint: name the folder that holds it with -I
#> --class Raw --input 'x:float32[1,2,4,4]' --input 'offset:float32[1,18,4,4]' \
#>     --input 'weight:float32[3,2,3,3]'
#= 1
#! deform_conv2d.py:19:17: error[NN302]: `torch.ops._Namespace.__getattr__.<locals>.call`: `torch.ops.torchvision.deform_conv2d` is an operator of an extension library
#!                     torch.ops.torchvision.deform_conv2d(x, weight, offset, x.new_ones(1, 9, 4, 4), x.new_zeros(3), 1, 1, 1,
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

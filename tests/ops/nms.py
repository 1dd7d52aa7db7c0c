"""Operators of torchvision's extension library."""
import torch
from torch import nn


class Nms(nn.Module):
    def forward(self, boxes, scores):
        return torch.ops.torchvision.nms(boxes, scores, 0.3)


#> --class Nms --input 'boxes:float32[N,4]' --input 'scores:float32[N]'
#= 1
#! nms.py:8:16: error[NN302]: `torch.ops._Namespace.__getattr__`: `torch.ops.torchvision.nms` is an operator of an extension library
#!             return torch.ops.torchvision.nms(boxes, scores, 0.3)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

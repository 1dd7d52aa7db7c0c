import torch
import torchvision
from torch import nn


class Spellings(nn.Module):
    def forward(self, boxes, scores):
        boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:].abs() + 0.1], 1)
        return (torch.ops.torchvision.nms(boxes, scores, 0.3),
                torchvision.ops.nms(boxes, scores, iou_threshold=0.1))


#> --class Spellings --input 'boxes:float32[N,4]' --input 'scores:float32[N]'
#= 1
#! nms.py:9:17: error[NN302]: `torch.ops._Namespace.__getattr__.<locals>.call`: `torch.ops.torchvision.nms` is an operator of an extension library
#!             return (torch.ops.torchvision.nms(boxes, scores, 0.3),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#! nms.py:2:1: error[NN106]: cannot find the module `torchvision`
#!     import torchvision
#!     ^~~~~~~~~~~~~~~~~~
#!   hint: name the folder that holds it with -I

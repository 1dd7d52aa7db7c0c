import torch
import torchvision
from torch import nn
from torchvision.ops import batched_nms, nms, remove_small_boxes


class Function(nn.Module):
    def __init__(self, iou_threshold):
        super().__init__()
        self.iou_threshold = iou_threshold

    def forward(self, boxes, scores):
        boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)
        kept = nms(boxes, scores, self.iou_threshold)
        return kept, boxes[kept], scores[kept[:5]]


class Operator(nn.Module):
    def forward(self, boxes, scores):
        return torch.ops.torchvision.nms(boxes, scores, iou_threshold=0.25)


class Batched(nn.Module):
    def forward(self, boxes, scores, classes):
        boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)
        return batched_nms(boxes, scores, classes, 0.4)


class OneByOne(nn.Module):
    """What `batched_nms` does for many boxes."""

    def forward(self, boxes, scores, classes):
        boxes = torch.cat([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1)
        return torchvision.ops.boxes._batched_nms_vanilla(boxes, scores, classes, 0.4)


class Filtered(nn.Module):
    def forward(self, boxes, scores):
        large = remove_small_boxes(boxes, 0.5)
        boxes, scores = boxes[large], scores[large]
        sure = scores > 0.5
        boxes, scores = boxes[sure], scores[sure]
        kept = nms(boxes, scores, 0.5)[:3]
        return boxes[kept], scores[kept]


#~ with boxes=uniform(0, 1), scores=uniform(0, 1)
#> --class 'Function(0.3)' --input 'boxes:float32[N,4]' --input 'scores:float32[N]' -I $PACKAGES
#~ call N=1
#~ call N=40
#~ call N=7, boxes=torch.rand(1, 4).expand(7, 4), scores=ones(7)
#~ call boxes=tensor([[0., 0, 4, 4], [1, 0, 4, 4], [0, 0, 0, 2], [0, 0, 0, 2]]), scores=tensor([.1, .2, .3, .3])
#~ call N=0
#> --class 'Function(0.0)' --input 'boxes:float32[30,4]' --input 'scores:float32[30]' -I $PACKAGES
#> --class 'Function(1.5)' --input 'boxes:float32[30,4]' --input 'scores:float32[30]' -I $PACKAGES
#> --class Operator --input 'boxes:float32[N,4]' --input 'scores:float32[N]' -I $PACKAGES
#~ call boxes=tensor([[0., 0, 1, 1], [0, 0, 1, .5], [.5, .5, 1, 1]]), scores=tensor([.5, .25, .75])
#~ call N=1
#> --class Batched --input 'boxes:float32[N,4]' --input 'scores:float32[N]' --input 'classes:int64[N]' -I $PACKAGES
#~ call N=0
#~ call N=1
#~ call N=50
#~ call N=1200
#~ call N=1001, classes=integers(3, 4)
#~ untaken 1 many boxes have a class
#> --class OneByOne --input 'boxes:float32[N,4]' --input 'scores:float32[N]' --input 'classes:int64[N]' -I $PACKAGES
#~ call N=0
#~ call N=1
#~ call N=50
#> --class Filtered --input 'boxes:float32[N,4]' --input 'scores:float32[N]' -I $PACKAGES
#~ call N=1
#~ call N=0
#~ call N=60
#> --class Operator --input 'boxes:float64[N,4]' --input 'scores:float64[N]' -I $PACKAGES
#= 1
#! nms.py:20:16: error[NN602]: `torch.ops.torchvision.nms`: the ONNX operator `NonMaxSuppression` compares float32 boxes only
#!             return torch.ops.torchvision.nms(boxes, scores, iou_threshold=0.25)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: make the boxes and scores float32 first

import torch
from torch import nn
from torchvision.ops import RoIAlign, roi_align


class Function(nn.Module):
    def __init__(self, output_size, spatial_scale=1.0, sampling_ratio=-1, aligned=False):
        super().__init__()
        self.options = output_size, spatial_scale, sampling_ratio, aligned

    def forward(self, x, images, boxes):
        boxes = torch.cat([images[:, None].to(x), boxes], 1)
        return roi_align(x, boxes, *self.options)


class Sound(Function):
    """Aligned boxes with as many samples as pixels must not end before they begin."""

    def forward(self, x, images, boxes):
        corner = boxes[:, :2]
        return super().forward(x, images, torch.cat([corner, corner + boxes[:, 2:].abs()], 1))


class Layer(nn.Module):
    """Boxes as a list, one tensor for each image."""

    def __init__(self):
        super().__init__()
        self.pool = RoIAlign((3, 2), 0.5, 2, aligned=True)

    def forward(self, x, images, boxes):
        return self.pool(x, [boxes, boxes + images[:, None]])


#~ with images=integers(0, 2), boxes=uniform(-3, 12)
#~ with K=(1, 12, 5)
#> --class 'Function(3)' --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#~ call K=1
#~ call K=20
#~ call boxes=tensor([[1., 1, 1, 1], [0, 0, 8, 7], [3, 3, 3.5, 3.25], [20, 20, 30, 30]])
#~ call K=0
#> --class 'Function((2, 5), 0.25, 3)' --input 'x:float32[2,3,H,W]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Sound((2, 5), 0.7, 0, True)' --input 'x:float32[2,3,H,W]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Function(2, 0.3, 2, True)' --input 'x:float64[2,3,6,7]' --input 'images:int64[K]' --input 'boxes:float64[K,4]' -I $PACKAGES
#> --class Layer --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Function(3)' --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES --opset 15
#> --class 'Function(3)' --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES --opset 11
#> --class 'Function(3, aligned=True)' --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES --opset 15
#= 1
#! $PACKAGES/torchvision/ops/roi_align.py:63:12: error[NN601]: `RoiAlign` in this form needs opset 16
#!         return torch.ops.torchvision.roi_align(
#!                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: --opset 16
#!

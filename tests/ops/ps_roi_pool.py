import torch
from torch import nn
from torchvision.ops import PSRoIPool, ps_roi_pool


class Function(nn.Module):
    def __init__(self, *options):
        super().__init__()
        self.options = options

    def forward(self, x, images, boxes):
        boxes = torch.cat([images[:, None].to(x), boxes], 1)
        return ps_roi_pool(x, boxes, *self.options)


class Layer(nn.Module):
    """Boxes as a list, one tensor for each image."""

    def __init__(self, *options):
        super().__init__()
        self.pool = PSRoIPool(*options)

    def forward(self, x, images, boxes):
        return self.pool(x, [boxes, boxes + images[:, None]])


#~ with images=integers(0, 2), boxes=uniform(-3, 12)
#~ with K=(1, 12, 5)
#> --class 'Function(2)' --input 'x:float32[2,12,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#~ call K=1
#~ call K=20
#~ call boxes=tensor([[.5, 1.5, 2.5, 3.5], [0, 0, 8, 7], [3, 3, 3, 3.25], [20, 20, 30, 30]])
#~ call K=0
#> --class 'Function((3, 2), 0.4)' --input 'x:float32[2,12,H,W]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Function((3, 2), 0.4)' --input 'x:float64[2,12,H,W]' --input 'images:int64[K]' --input 'boxes:float64[K,4]' -I $PACKAGES
#> --class 'Layer(2, 1.0)' --input 'x:float32[2,12,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Function(3)' --input 'x:float32[2,12,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#= 1
#! $PACKAGES/torchvision/ops/ps_roi_pool.py:50:17: error[NN401]: `forward` raises `RuntimeError: input channels must be a multiple of pooling height * pooling width`
#!         output, _ = torch.ops.torchvision.ps_roi_pool(input, rois, spatial_scale, output_size[0], output_size[1])
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from ps_roi_pool.py:13:16 in `Function.forward`

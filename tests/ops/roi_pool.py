import torch
from torch import nn
from torchvision.ops import RoIPool, roi_pool


class Function(nn.Module):
    def __init__(self, output_size, spatial_scale=1.0):
        super().__init__()
        self.options = output_size, spatial_scale

    def forward(self, x, images, boxes):
        boxes = torch.cat([images[:, None].to(x), boxes], 1)
        return roi_pool(x, boxes, *self.options)


class Layer(nn.Module):
    """Boxes as a list, one tensor for each image."""

    def __init__(self):
        super().__init__()
        self.pool = RoIPool((3, 2), 0.5)

    def forward(self, x, images, boxes):
        return self.pool(x, [boxes, boxes + images[:, None]])


class Places(nn.Module):
    def forward(self, x, boxes):
        return torch.ops.torchvision.roi_pool(x, boxes, 1.0, 2, 2)[1].float()


#~ with images=integers(0, 2), boxes=uniform(-3, 12)
#~ with K=(1, 12, 5)
#> --class 'Function(3)' --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#~ call K=1
#~ call K=20
#~ call boxes=tensor([[.5, 1.5, 2.5, 3.5], [0, 0, 8, 7], [3, 3, 3.5, 3.25], [20, 20, 30, 30]])
#~ call K=0
#> --class 'Function((2, 5), 0.25)' --input 'x:float32[2,3,H,W]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class Layer --input 'x:float32[2,3,8,9]' --input 'images:int64[K]' --input 'boxes:float32[K,4]' -I $PACKAGES
#> --class 'Function(2)' --input 'x:float64[2,3,6,7]' --input 'images:int64[K]' --input 'boxes:float64[K,4]' -I $PACKAGES
#= 1
#! $PACKAGES/torchvision/ops/roi_pool.py:52:17: error[NN602]: `torch.ops.torchvision.roi_pool`: the ONNX operator `MaxRoiPool` pools float32 only
#!         output, _ = torch.ops.torchvision.roi_pool(input, rois, spatial_scale, output_size[0], output_size[1])
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from roi_pool.py:13:16 in `Function.forward`
#!   hint: make the input and boxes float32 first
#> --class Places --input 'x:float32[2,3,8,9]' --input 'boxes:float32[K,5]' -I $PACKAGES
#= 1
#! roi_pool.py:29:16: error[NN302]: `torch.ops.torchvision._Unneeded`: where the maxima of `roi_pool` stand is not computed
#!             return torch.ops.torchvision.roi_pool(x, boxes, 1.0, 2, 2)[1].float()
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn
from torchvision.ops import DeformConv2d, deform_conv2d


class Layer(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.conv = DeformConv2d(*args, **options)

    def forward(self, x, offset, mask=None):
        return self.conv(x, offset, mask)


class Function(nn.Module):
    """Filters that are inputs."""

    def forward(self, x, offset, weight):
        return deform_conv2d(x, offset * 5, weight, padding=(1, 1))


class Learnt(nn.Module):
    """As networks use it: offsets and mask by a convolution."""

    def __init__(self):
        super().__init__()
        self.offsets = nn.Conv2d(4, 27, 3, padding=1)
        self.conv = DeformConv2d(4, 6, 3, padding=1)

    def forward(self, x):
        y, x_, mask = self.offsets(x).chunk(3, 1)
        return self.conv(x, torch.cat([y, x_], 1), mask.sigmoid())


#> --class 'Layer(3, 4, 3)' --input 'x:float32[N,3,7,6]' --input 'offset:float32[N,18,5,4]' -I $PACKAGES
#~ with offset=normal(0, 3)
#> --class 'Layer(4, 6, (2, 3), stride=2, padding=(1, 2), dilation=(1, 2), groups=2, bias=False)' \
#>   --input 'x:float32[N,4,8,7]' --input 'offset:float32[N,24,5,4]' --input 'mask:float32[N,12,5,4]' -I $PACKAGES
#> --class 'Layer(4, 4, 1, groups=4).double()' --input 'x:float64[2,4,5,5]' --input 'offset:float64[2,2,5,5]' -I $PACKAGES
#> --class Function --input 'x:float32[N,2,7,6]' --input 'offset:float32[N,18,7,6]' --input 'weight:float32[3,2,3,3]' -I $PACKAGES
#> --class Learnt --input 'x:float32[N,4,H,W]' -I $PACKAGES
#> --class 'Layer(3, 4, 3)' --input 'x:float32[N,3,7,6]' --input 'offset:float32[N,9,5,4]' -I $PACKAGES
#= 1
#! $PACKAGES/torchvision/ops/deform_conv.py:86:9: error[NN202]: `forward` raises `RuntimeError: the shape of the offset tensor at dimension 1 is not valid. It should be a multiple of 2 * weight.size[2] * weight.size[3].
#! Got offset.shape[1]=9, while 2 * weight.size[2] * weight.size[3]=18`
#!             raise RuntimeError(
#!             ^~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/deform_conv.py:170:16 in `DeformConv2d.forward`
#!   called from deform_conv2d.py:12:16 in `Layer.forward`

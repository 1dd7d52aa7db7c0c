import torch
import torch.nn.functional as F
from torch import nn


class Shrink(nn.Module):
    def forward(self, x):
        return (F.interpolate(x, size=(4, 5), mode='bilinear', antialias=True),
                F.interpolate(x, (7, 3), None, 'bicubic', None, None, True),
                F.interpolate(x, scale_factor=0.5, mode='bilinear', antialias=True),
                F.interpolate(x, scale_factor=(0.4, 0.7), mode='bicubic', antialias=True))


class Grow(nn.Module):
    def forward(self, x):
        return (F.interpolate(x, size=(20, 14), mode='bilinear', antialias=True),
                F.interpolate(x, size=(13, 14), mode='bicubic', antialias=True),
                F.interpolate(x, size=(9, 11), mode='bicubic', antialias=True))


class Corners(nn.Module):
    def forward(self, x):
        return (F.interpolate(x, size=(4, 5), mode='bilinear', antialias=True, align_corners=True),
                F.interpolate(x, size=(15, 1), mode='bicubic', antialias=True, align_corners=True))


class Sizes(nn.Module):
    def forward(self, x):
        return (F.interpolate(x, size=(4, 5), mode='bilinear', antialias=True),
                F.interpolate(x, size=(7, 3), mode='bicubic', antialias=True))


#> --class Shrink --input 'x:float32[N,C,9,11]'
#> --class Shrink --input 'x:float32[N,3,9,11]' --opset 18
#> --class Shrink --input 'x:float64[1,3,9,11]'
#> --class Grow --input 'x:float32[N,3,9,11]'
#> --class Corners --input 'x:float32[N,3,9,11]'
#> --class Corners --input 'x:float32[N,3,9,11]' --opset 18
#> --class Sizes --input 'x:float32[1,3,H,W]' --opset 18
#> --class Sizes --input 'x:float32[1,3,H,W]'
#= 1
#! interpolate_antialias.py:29:17: error[NN601]: `torch.nn.functional.interpolate`: `antialias` needs opset 18
#!             return (F.interpolate(x, size=(4, 5), mode='bilinear', antialias=True),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: try a higher one, e.g. --opset 20
#! interpolate_antialias.py:30:17: error[NN601]: `torch.nn.functional.interpolate`: `antialias` needs opset 18
#!                     F.interpolate(x, size=(7, 3), mode='bicubic', antialias=True))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: try a higher one, e.g. --opset 20
#> --class Corners --input 'x:float32[1,3,H,W]' --opset 18
#= 1
#! interpolate_antialias.py:23:17: error[NN302]: `torch.nn.functional.interpolate`: `antialias` with `align_corners` means another thing to ONNX
#!             return (F.interpolate(x, size=(4, 5), mode='bilinear', antialias=True, align_corners=True),
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give the sizes with --input
#! interpolate_antialias.py:24:17: error[NN302]: `torch.nn.functional.interpolate`: `antialias` with `align_corners` means another thing to ONNX
#!                     F.interpolate(x, size=(15, 1), mode='bicubic', antialias=True, align_corners=True))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give the sizes with --input

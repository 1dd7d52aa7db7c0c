import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options = options
        self.layer = nn.Upsample(**options)

    def forward(self, x):
        return self.layer(x), F.interpolate(x, **self.options), F.upsample(x, **self.options)


class Sizes(nn.Module):
    """To the size of another tensor."""

    def __init__(self, mode='bilinear', align_corners=False):
        super().__init__()
        self.options = dict(mode=mode)
        if align_corners is not None:
            self.options['align_corners'] = align_corners

    def forward(self, x, y):
        return (F.interpolate(x, size=y.shape[2:], **self.options),
                F.interpolate(x, (y.size(2), 7), **self.options),
                F.interpolate(x, size=(x.size(2) * 2, x.size(3) * 2), **self.options))


class Recomputed(nn.Module):
    def forward(self, x):
        options = dict(mode='bilinear', align_corners=False)
        uneven = dict(scale_factor=(0.6, 1.4), recompute_scale_factor=False)
        return (F.interpolate(x, scale_factor=1.7, recompute_scale_factor=True, **options),
                F.interpolate(x, scale_factor=1.7, **options),
                F.interpolate(x, mode='nearest', **uneven),
                F.interpolate(x, scale_factor=0.5, mode='area'))


class Both(nn.Module):
    def forward(self, x):
        return F.interpolate(x, size=3, scale_factor=2)


class Neither(nn.Module):
    def forward(self, x):
        return F.interpolate(x)


class Corners(nn.Module):
    def forward(self, x):
        return F.interpolate(x, 3, mode='nearest', align_corners=True)


class Rank(nn.Module):
    def forward(self, x):
        return F.interpolate(x, 3, mode='bilinear')


class Antialias(nn.Module):
    def forward(self, x):
        return F.interpolate(x, 3, mode='nearest', antialias=True)


#> --class 'Spellings(scale_factor=2)' --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(size=(5, 7), mode="nearest")' --input 'x:float32[N,2,3,4]'
#> --class 'Spellings(scale_factor=(2, 1.5), mode="bilinear", align_corners=False)' \
#>     --input 'x:float32[N,2,4,4]'
#> --class 'Spellings(size=5, mode="bilinear", align_corners=True)' --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(scale_factor=2, mode="bicubic", align_corners=True)' \
#>     --input 'x:float32[N,2,3,4]'
#> --class 'Spellings(size=(7, 5), mode="bicubic")' --input 'x:float32[N,1,3,4]'
#> --class 'Spellings(scale_factor=2, mode="linear", align_corners=False)' \
#>     --input 'x:float32[N,2,L]'
#> --class 'Spellings(size=(3, 5, 4), mode="trilinear", align_corners=True)' \
#>     --input 'x:float32[N,1,2,3,3]'
#> --class 'Spellings(scale_factor=2)' --input 'x:float32[N,2,L]'
#> --class 'Spellings(scale_factor=1.5, mode="nearest-exact")' --input 'x:float32[N,2,4,6]'
#> --class 'Sizes' --input 'x:float32[N,2,3,4]' --input 'y:float32[N,2,H,W]'
#> --class 'Sizes("nearest", None)' --input 'x:float32[N,2,3,4]' --input 'y:float32[N,2,H,W]'
#> --class 'Sizes("bilinear", True)' --input 'x:float32[N,2,H,W]' --input 'y:float32[N,2,5,6]'
#> --class Recomputed --input 'x:float32[N,2,4,6]'
#> --class Both --input 'x:float32[N,2,4,6]'
#= 1
#! interpolate.py:42:16: error[NN202]: `forward` raises `ValueError: only one of size or scale_factor should be defined`
#!             return F.interpolate(x, size=3, scale_factor=2)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Neither --input 'x:float32[N,2,4,6]'
#= 1
#! interpolate.py:47:16: error[NN202]: `forward` raises `ValueError: either size or scale_factor should be defined`
#!             return F.interpolate(x)
#!                    ^~~~~~~~~~~~~~~~
#> --class Corners --input 'x:float32[N,2,4,6]'
#= 1
#! interpolate.py:52:16: error[NN202]: `forward` raises `ValueError: align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear`
#!             return F.interpolate(x, 3, mode='nearest', align_corners=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Rank --input 'x:float32[N,2,4]'
#= 1
#! interpolate.py:57:16: error[NN401]: `forward` raises `NotImplementedError: Got 3D input, but bilinear mode needs (4,)D input`
#!             return F.interpolate(x, 3, mode='bilinear')
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Antialias --input 'x:float32[N,2,4,4]'
#= 1
#! interpolate.py:62:16: error[NN202]: `forward` raises `ValueError: Anti-alias option is only supported for bilinear and bicubic modes`
#!             return F.interpolate(x, 3, mode='nearest', antialias=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

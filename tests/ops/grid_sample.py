import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options = options

    def forward(self, x, grid):
        return F.grid_sample(x, grid, **self.options)


#> --class 'Spellings()' --input 'x:float32[N,2,3,4]' --input 'grid:float32[N,H,W,2]'
#> --class 'Spellings(mode="nearest", padding_mode="border", align_corners=True)' \
#>     --input 'x:float32[N,2,3,4]' --input 'grid:float32[N,3,2,2]'
#> --class 'Spellings(mode="bicubic", padding_mode="zeros", align_corners=False)' \
#>     --input 'x:float32[N,2,5,5]' --input 'grid:float32[N,3,2,2]'
#> --class 'Spellings(padding_mode="reflection", align_corners=True)' \
#>     --input 'x:float32[N,2,H,W]' --input 'grid:float32[N,3,2,2]'
#~ with H=(2, 4), W=(3, 2)
#~ sizes a row of one has no grid
#> --class 'Spellings(padding_mode="reflection", align_corners=False)' \
#>     --input 'x:float32[N,2,3,3]' --input 'grid:float32[N,3,2,2]'
#> --class 'Spellings(mode="cubic")' --input 'x:float32[N,2,3,3]' --input 'grid:float32[N,3,2,2]'
#= 1
#! grid_sample.py:11:16: error[NN202]: `forward` raises `ValueError: nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: 'cubic'`
#!             return F.grid_sample(x, grid, **self.options)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.AvgPool3d(*args, **options)
        self.args, self.options = args, options

    def forward(self, x):
        return self.layer(x), F.avg_pool3d(x, *self.args, **self.options)


#> --class 'Spellings(2)' --input 'x:float32[N,3,2,4,5]'
#> --class 'Spellings((1, 3, 2), (1, 2, 1), (0, 1, 1))' --input 'x:float32[N,2,3,5,4]'
#> --class 'Spellings(3, 2, 1, ceil_mode=True, count_include_pad=False)' \
#>     --input 'x:float32[N,2,4,5,6]'
#> --class 'Spellings(2, divisor_override=3)' --input 'x:float32[2,2,3,4]'
#> --class 'Spellings(2, padding=2)' --input 'x:float32[N,2,4,4,4]'
#= 1
#! avg_pool3d.py:12:16: error[NN401]: `forward` raises `RuntimeError: pad should be at most half of kernel size, but got pad=2 and kernel_size=2`
#!             return self.layer(x), F.avg_pool3d(x, *self.args, **self.options)
#!                    ^~~~~~~~~~~~~

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.AvgPool2d(*args, **options)
        self.args, self.options = args, options

    def forward(self, x):
        return self.layer(x), F.avg_pool2d(x, *self.args, **self.options)


#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#~ with H=(2, 5), W=(2, 4)
#~ sizes the window needs two rows
#> --class 'Spellings((3, 2), (2, 1), (1, 0))' --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(3, 2, 1, ceil_mode=True)' --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(3, 2, padding=1, ceil_mode=True, count_include_pad=False)' \
#>     --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(3, 1, 1, count_include_pad=False)' --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(3, 2, 1, divisor_override=5)' --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(3, 2, 1, True, False, 7)' --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(2)' --input 'x:float32[2,5,5]'
#> --class 'Spellings(2, padding=2)' --input 'x:float32[N,2,4,4]'
#= 1
#! avg_pool2d.py:12:16: error[NN401]: `forward` raises `RuntimeError: pad should be at most half of kernel size, but got pad=2 and kernel_size=2`
#!             return self.layer(x), F.avg_pool2d(x, *self.args, **self.options)
#!                    ^~~~~~~~~~~~~

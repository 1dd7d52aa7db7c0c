import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.AvgPool1d(*args, **options)
        self.args, self.options = args, options

    def forward(self, x):
        return (self.layer(x), F.avg_pool1d(x, *self.args, **self.options),
                torch.avg_pool1d(x, *self.args, **self.options))


#> --class 'Spellings(1)' --input 'x:float32[N,3,L]'
#> --class 'Spellings(3, 2, 1)' --input 'x:float32[N,2,7]'
#> \
#>     --class 'Spellings(kernel_size=3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)' \
#>     --input 'x:float32[N,2,6]'
#> --class 'Spellings(3, 2, 1, True)' --input 'x:float32[N,2,6]'
#> --class 'Spellings(2)' --input 'x:float32[2,5]'
#> --class 'Spellings(2, padding=2)' --input 'x:float32[N,2,4]'
#= 1
#! avg_pool1d.py:13:17: error[NN401]: `forward` raises `RuntimeError: pad should be at most half of kernel size, but got pad=2 and kernel_size=2`
#!             return (self.layer(x), F.avg_pool1d(x, *self.args, **self.options),
#!                     ^~~~~~~~~~~~~

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.MaxPool2d(*args, **options)
        self.args, self.options = args, options

    def forward(self, x):
        return self.layer(x), F.max_pool2d(x, *self.args, **self.options)


class Indices(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.MaxPool2d(2, return_indices=True)

    def forward(self, x):
        return (self.layer(x), F.max_pool2d(x, 3, 1, 1, return_indices=True),
                F.max_pool2d_with_indices(x, (2, 1)), torch.max_pool2d(x, 2))


#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#~ with H=(2, 5), W=(2, 4)
#~ sizes the window needs two rows
#> --class 'Spellings(kernel_size=(3, 2), stride=(2, 1), padding=(1, 0), dilation=(1, 2))' \
#>     --input 'x:float32[N,2,6,7]'
#> --class 'Spellings(3, 2, 1, 1, ceil_mode=True)' --input 'x:float32[N,2,H,W]'
#~ with H=(4, 6), W=(5, 3)
#~ sizes the last window must begin inside
#> --class 'Spellings(2, ceil_mode=True)' --input 'x:float32[N,2,5,7]'
#> --class 'Spellings(2, 3, ceil_mode=True)' --input 'x:float64[2,5,5]'
#> --class 'Spellings(1, stride=2)' --input 'x:float32[N,2,H,W]'
#> --class Indices --input 'x:float32[N,2,4,4]'
#> --class 'Spellings(2, padding=2)' --input 'x:float32[N,2,4,4]'
#= 1
#! max_pool2d.py:13:16: error[NN401]: `forward` raises `RuntimeError: pad should be at most half of kernel size, but got pad=2 and kernel_size=2`
#!             return self.layer(x), F.max_pool2d(x, *self.args, **self.options)
#!                    ^~~~~~~~~~~~~

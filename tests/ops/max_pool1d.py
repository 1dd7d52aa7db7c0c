import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.MaxPool1d(*args, **options)
        self.args, self.options = args, options

    def forward(self, x):
        return self.layer(x), F.max_pool1d(x, *self.args, **self.options)


#> --class 'Spellings(1)' --input 'x:float32[N,3,L]'
#> --class 'Spellings(kernel_size=3, stride=2, padding=1, dilation=2)' --input 'x:float32[N,2,7]'
#> --class 'Spellings(3, 2, 1, 1, ceil_mode=True)' --input 'x:float32[N,2,6]'
#> --class 'Spellings(2)' --input 'x:float32[2,5]'
#> --class 'Spellings(2, return_indices=True)' --input 'x:float32[N,2,6]'
#> --class 'Spellings(2, padding=2)' --input 'x:float32[N,2,4]'
#= 1
#! max_pool1d.py:12:16: error[NN401]: `forward` raises `RuntimeError: pad should be at most half of kernel size, but got pad=2 and kernel_size=2`
#!             return self.layer(x), F.max_pool1d(x, *self.args, **self.options)
#!                    ^~~~~~~~~~~~~

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.ConvTranspose1d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.output_padding, conv.groups, conv.dilation
        return (conv(x), F.conv_transpose1d(x, conv.weight, conv.bias, *options),
                torch.conv_transpose1d(x, conv.weight, None, *options))


#> --class 'Spellings(3, 4, 4, stride=2, padding=1)' --input 'x:float32[N,3,L]'
#> \
#>     --class 'Spellings(4, 6, 3, stride=3, padding=1, output_padding=2, groups=2, bias=False, dilation=2)' \
#>     --input 'x:float32[N,4,3]'
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[2,4]'
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,3,4]'
#= 1
#! conv_transpose1d.py:14:17: error[NN401]: `forward` raises `RuntimeError: Given groups=1, weight of size [2, 2, 3], expected input[N, 3, 4] to have 2 channels, but got 3 channels instead`
#!             return (conv(x), F.conv_transpose1d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!   hint: the input is (batch, channels, ...): `in_channels=3`, or permute its axes

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.ConvTranspose3d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.output_padding, conv.groups, conv.dilation
        return (conv(x), F.conv_transpose3d(x, conv.weight, conv.bias, *options),
                torch.conv_transpose3d(x, conv.weight, None, *options))


#> --class 'Spellings(3, 4, 2, stride=2)' --input 'x:float32[N,3,D,2,W]'
#> \
#>     --class 'Spellings(4, 6, (3, 2, 1), stride=(2, 3, 1), padding=(1, 0, 0), output_padding=(1, 2, 0), groups=2, bias=False)' \
#>     --input 'x:float32[N,4,2,2,2]'
#> --class 'Spellings(2, 2, 2)' --input 'x:float32[2,2,1,2]'
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,3,2,2,2]'
#= 1
#! conv_transpose3d.py:14:17: error[NN401]: `forward` raises `RuntimeError: Given groups=1, weight of size [2, 2, 3, 3, 3], expected input[N, 3, 2, 2, 2] to have 2 channels, but got 3 channels instead`
#!             return (conv(x), F.conv_transpose3d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!   hint: the input is (batch, channels, ...): `in_channels=3`, or permute its axes

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.Conv3d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.dilation, conv.groups
        if conv.padding_mode != 'zeros':
            return conv(x)
        return (conv(x), F.conv3d(x, conv.weight, conv.bias, *options),
                torch.conv3d(x, conv.weight, None, *options))


#> --class 'Spellings(3, 4, 3, padding=1)' --input 'x:float32[N,3,D,H,2]'
#> \
#>     --class 'Spellings(4, 2, (1, 2, 3), stride=(1, 2, 1), padding=(0, 1, 2), dilation=(1, 1, 2), groups=2, bias=False)' \
#>     --input 'x:float32[N,4,2,4,5]'
#> --class 'Spellings(2, 2, 2, padding="same")' --input 'x:float32[N,2,3,3,3]'
#> --class 'Spellings(2, 2, 3, padding=1, padding_mode="replicate")' --input 'x:float32[N,2,2,2,3]'
#> --class 'Spellings(2, 2, 1)' --input 'x:float32[2,2,1,2]'
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,3,3,3,3]'
#= 1
#! conv3d.py:16:17: error[NN401]: `forward` raises `RuntimeError: Given groups=1, weight of size [2, 2, 3, 3, 3], expected input[N, 3, 3, 3, 3] to have 2 channels, but got 3 channels instead`
#!             return (conv(x), F.conv3d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!   hint: the input is (batch, channels, ...): `in_channels=3`, or permute its axes

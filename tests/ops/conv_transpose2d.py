import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.ConvTranspose2d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.output_padding, conv.groups, conv.dilation
        return (conv(x), F.conv_transpose2d(x, conv.weight, conv.bias, *options),
                torch.conv_transpose2d(x, conv.weight, None, *options))


class Sized(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.ConvTranspose2d(2, 3, 3, stride=2, padding=1)

    def forward(self, x, y):
        return (self.layer(x, output_size=(8, 7)), self.layer(x, y.shape[-2:]),
                self.layer(x, output_size=[x.size(0), 3, 7, 8]))


#> --class 'Spellings(3, 4, 2, stride=2)' --input 'x:float32[N,3,H,W]'
#> \
#>     --class 'Spellings(4, 6, (3, 2), stride=(2, 3), padding=(1, 0), output_padding=(1, 2), groups=2, bias=False, dilation=(2, 1))' \
#>     --input 'x:float32[N,4,3,4]'
#> --class 'Spellings(2, 2, 3, padding=1)' --input 'x:float32[2,3,4]'
#> --class Sized --input 'x:float32[N,2,4,4]' --input 'y:float32[1,8,8]'
#> --class 'Spellings(2, 2, 3, padding_mode="reflect")' --input 'x:float32[2,3,4]'
#= 1
#! conv_transpose2d.py:14:17: error[NN202]: `forward` raises `ValueError: Only `zeros` padding mode is supported for ConvTranspose2d`
#!             return (conv(x), F.conv_transpose2d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,3,4,4]'
#= 1
#! conv_transpose2d.py:14:17: error[NN401]: `forward` raises `RuntimeError: Given groups=1, weight of size [2, 2, 3, 3], expected input[N, 3, 4, 4] to have 2 channels, but got 3 channels instead`
#!             return (conv(x), F.conv_transpose2d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!   hint: the input is (batch, channels, ...): `in_channels=3`, or permute its axes

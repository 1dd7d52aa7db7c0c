import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.Conv2d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.dilation, conv.groups
        if conv.padding_mode != 'zeros':
            return conv(x)
        return (conv(x), F.conv2d(x, conv.weight, conv.bias, *options),
                torch.conv2d(x, conv.weight, None, *options))


#> --class 'Spellings(3, 4, 3)' --input 'x:float32[N,3,H,W]'
#~ with H=(3, 6), W=(3, 5)
#~ sizes the window needs three rows
#> \
#>     --class 'Spellings(4, 6, (3, 2), stride=(2, 1), padding=(1, 2), dilation=(1, 2), groups=2, bias=False)' \
#>     --input 'x:float32[N,4,7,8]'
#> --class 'Spellings(2, 2, 3, padding="same", dilation=2)' --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(2, 2, (4, 3), padding="same")' --input 'x:float32[N,2,5,6]'
#> --class 'Spellings(2, 2, 3, padding="valid")' --input 'x:float32[2,6,5]'
#> --class 'Spellings(2, 4, 3, padding=1, padding_mode="reflect")' --input 'x:float32[N,2,5,6]'
#> --class 'Spellings(2, 4, 3, padding=(1, 2), padding_mode="replicate")' \
#>     --input 'x:float32[N,2,H,W]'
#> --class 'Spellings(2, 4, 3, padding="same", padding_mode="circular")' \
#>     --input 'x:float32[N,2,5,6]'
#> --class 'Spellings(2, 2, 1, dtype=torch.float64)' --input 'x:float64[N,2,2,2]'
#! conv2d.py:16:17: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Conv`, which ONNX Runtime has not in double
#!             return (conv(x), F.conv2d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!
#! conv2d.py:16:26: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Conv`, which ONNX Runtime has not in double
#!             return (conv(x), F.conv2d(x, conv.weight, conv.bias, *options),
#!                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! conv2d.py:17:17: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Conv`, which ONNX Runtime has not in double
#!                     torch.conv2d(x, conv.weight, None, *options))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class 'Spellings(2, 2, 3, stride=2, padding="same")' --input 'x:float32[N,2,5,6]'
#= 1
#! conv2d.py:9:22: error[NN202]: building the model raises `ValueError: padding='same' is not supported for strided convolutions`
#!             self.layer = nn.Conv2d(*args, **options)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module conv2d`
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,3,5,6]'
#= 1
#! conv2d.py:16:17: error[NN401]: `forward` raises `RuntimeError: Given groups=1, weight of size [2, 2, 3, 3], expected input[N, 3, 5, 6] to have 2 channels, but got 3 channels instead`
#!             return (conv(x), F.conv2d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~
#!   hint: the input is (batch, channels, ...): `in_channels=3`, or permute its axes
#> --class 'Spellings(3, 2, 3, groups=2)' --input 'x:float32[N,3,5,6]'
#= 1
#! conv2d.py:9:22: error[NN401]: building the model raises `ValueError: in_channels must be divisible by groups`
#!             self.layer = nn.Conv2d(*args, **options)
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from --class:1:1 in `module conv2d`

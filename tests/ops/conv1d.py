import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.Conv1d(*args, **options)

    def forward(self, x):
        conv = self.layer
        options = conv.stride, conv.padding, conv.dilation, conv.groups
        if conv.padding_mode != 'zeros':
            return conv(x)
        return (conv(x), F.conv1d(x, conv.weight, conv.bias, *options),
                torch.conv1d(x, conv.weight, None, *options))


#> --class 'Spellings(3, 4, 3, padding=1)' --input 'x:float32[N,3,L]'
#> --class 'Spellings(4, 6, 2, stride=2, padding=(1,), dilation=(2,), groups=2, bias=False)' \
#>     --input 'x:float32[N,4,7]'
#> --class 'Spellings(2, 2, 4, padding="same")' --input 'x:float32[N,2,L]'
#> --class 'Spellings(2, 2, 3, padding=1, padding_mode="circular")' --input 'x:float32[N,2,5]'
#> --class 'Spellings(2, 2, 1)' --input 'x:float32[2,5]'
#> --class 'Spellings(2, 2, 3)' --input 'x:float32[N,2,3,3]'
#= 1
#! conv1d.py:16:17: error[NN401]: `forward` raises `RuntimeError: Expected 2D (unbatched) or 3D (batched) input to conv1d, but got input of size: [N, 2, 3, 3]`
#!             return (conv(x), F.conv1d(x, conv.weight, conv.bias, *options),
#!                     ^~~~~~~

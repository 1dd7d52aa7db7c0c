import torch
from torch import nn


class Checked(nn.Module):
    def forward(self, x):
        n, c = x.shape
        assert c == 4, f'expected 4 channels, got {c}'
        torch._assert(n > 0, 'empty batch')
        return x.reshape(n * 2, c // 2)


#> --class Checked --input 'x:float32[N,4]'
#! assert_on_a_shape.py:9:9: warning[NN505]: the graph is exact under the assumption that `AssertionError: empty batch` is not raised
#!             torch._assert(n > 0, 'empty batch')
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

#> --class Checked --input 'x:float32[N,5]'
#= 1
#! assert_on_a_shape.py:8:51: error[NN202]: `forward` raises `AssertionError: expected 4 channels, got 5`
#!             assert c == 4, f'expected 4 channels, got {c}'
#!                                                       ^~~

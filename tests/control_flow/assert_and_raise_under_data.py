import torch
from torch import nn


class Asserts(nn.Module):
    def forward(self, x):
        assert x.sum() > 0, 'the sum must be positive'
        return x.sqrt()


class Raises(nn.Module):
    def forward(self, x):
        if x.sum() < 0:
            raise ValueError('negative')
        if x.max() > 3:
            return x / 3
        return x + 1


class RaisesInElse(nn.Module):
    def forward(self, x, mode):
        if mode == 0:
            y = x + 1
        elif mode == 1:
            y = x - 1
        else:
            raise ValueError('mode must be 0 or 1')
        return y * 2


#> --class Asserts --input 'x:float32[N,4]'
#~ with x=uniform(0.1, 1)
#! assert_and_raise_under_data.py:7:9: warning[NN505]: the graph is exact under the assumption that `assert x.sum() > 0` holds
#!             assert x.sum() > 0, 'the sum must be positive'
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

#> --class Raises --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(1, 4) * 9
#! assert_and_raise_under_data.py:14:13: warning[NN505]: the graph is exact under the assumption that `ValueError: negative` is not raised
#!                 raise ValueError('negative')
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

#> --class RaisesInElse --input 'x:float32[N,4]' --input 'mode:int64[]'
#~ call mode=0
#~ call mode=1, N=1
#~ call mode=0, N=3
#! assert_and_raise_under_data.py:27:13: warning[NN505]: the graph is exact under the assumption that `ValueError: mode must be 0 or 1` is not raised
#!                 raise ValueError('mode must be 0 or 1')
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

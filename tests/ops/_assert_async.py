import torch
from torch import nn


class Checked(nn.Module):
    def forward(self, x):
        torch._assert_async((x > 0).all())
        torch._assert_async((x < 2).all())
        torch._assert(x.sum() > 0, 'a positive sum')
        torch._assert(x.shape[0] < 100, 'few rows')
        return x * 2


#> --class Checked --input 'x:float32[N]'
#~ with x=uniform(0.1, 1.9)
#! _assert_async.py:7:9: warning[NN505]: the graph is exact under the assumption that `RuntimeError: Expected Tensor with single nonzero value, but got zero` is not raised
#!             torch._assert_async((x > 0).all())
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! _assert_async.py:8:9: warning[NN505]: the graph is exact under the assumption that `RuntimeError: Expected Tensor with single nonzero value, but got zero` is not raised
#!             torch._assert_async((x < 2).all())
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! _assert_async.py:9:9: warning[NN505]: the graph is exact under the assumption that `AssertionError: a positive sum` is not raised
#!             torch._assert(x.sum() > 0, 'a positive sum')
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! _assert_async.py:10:9: warning[NN505]: the graph is exact under the assumption that `AssertionError: few rows` is not raised
#!             torch._assert(x.shape[0] < 100, 'few rows')
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

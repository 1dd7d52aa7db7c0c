import torch
from torch import nn


class DTypes(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            y = x.argmax(1)
        else:
            y = x.amax(1)
        return y + 1


#> --class DTypes --input 'x:float32[N,4]'
#= 1
#! different_dtypes_from_branches.py:11:16: error[NN501]: `y` has no single value after the branch: a int64 tensor on one path, float32 on the other
#!             return y + 1
#!                    ^~~~~
#!   note: different_dtypes_from_branches.py:7:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: convert one of the two, e.g. by `.float()`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (F.normalize(x), F.normalize(x, dim=-1), F.normalize(x, p=1, dim=0),
                F.normalize(x, 3.0, 1), F.normalize(x, p=float('inf'), dim=1),
                F.normalize(x, eps=2.0), F.normalize(x, dim=(0, 1)), F.normalize(x * 0))


class Out(nn.Module):
    def forward(self, x):
        return F.normalize(x, out=x)


class Integers(nn.Module):
    def forward(self, n):
        return F.normalize(n)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3,2]'
#> --class Out --input 'x:float32[N,3]'
#= 1
#! normalize.py:14:16: error[NN302]: `torch.nn.functional.normalize`: `out=` is not supported
#!             return F.normalize(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Integers --input 'n:int64[N,3]'
#= 1
#! normalize.py:19:16: error[NN404]: `torch.nn.functional.normalize`: the inputs have different dtypes, `int64` and `float32`
#!             return F.normalize(n)
#!                    ^~~~~~~~~~~~~~
#!   hint: bring them to one dtype, e.g. by `.to(other.dtype)`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, approximate='none'):
        super().__init__()
        self.approximate = approximate
        self.layer = nn.GELU(approximate)

    def forward(self, x):
        return F.gelu(x), F.gelu(x, approximate=self.approximate), self.layer(x)


class Integers(nn.Module):
    def forward(self, n):
        return F.gelu(n)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings("tanh")' --input 'x:float32[N,4]'
#> --class 'Spellings("tanh")' --input 'x:float64[]'
#! gelu.py:12:16: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return F.gelu(x), F.gelu(x, approximate=self.approximate), self.layer(x)
#!                    ^~~~~~~~~
#!
#> --class 'Spellings("sigmoid")' --input 'x:float32[N]'
#= 1
#! gelu.py:12:27: error[NN202]: `forward` raises `RuntimeError: approximate argument must be either none or tanh.`
#!             return F.gelu(x), F.gelu(x, approximate=self.approximate), self.layer(x)
#!                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Integers --input 'n:int64[N]'
#= 1
#! gelu.py:17:16: error[NN602]: `torch.nn.functional.gelu`: ONNX's `Erf` takes `float16`, `bfloat16`, `float32`, `float64`, not `int64`
#!             return F.gelu(n)
#!                    ^~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

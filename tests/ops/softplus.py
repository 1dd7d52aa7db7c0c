import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, beta=1, threshold=20):
        super().__init__()
        self.options = beta, threshold
        self.layer = nn.Softplus(beta, threshold)

    def forward(self, x):
        return F.softplus(x), F.softplus(x, *self.options), F.softplus(x, beta=2), self.layer(x)


class Integers(nn.Module):
    def forward(self, n):
        return F.softplus(n)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 20)
#> --class 'Spellings(2, 5)' --input 'x:float64[N]'
#~ with x=normal(0, 4)
#> --class 'Spellings(0.5, 1)' --input 'x:float32[N]'
#~ with x=normal(0, 4)
#> --class Integers --input 'n:int64[N]'
#= 1
#! softplus.py:17:16: error[NN602]: `torch.nn.functional.softplus`: ONNX's `Softplus` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.softplus(n)
#!                    ^~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.Mish(inplace)

    def forward(self, x):
        return F.mish(x), F.mish(x.clone(), inplace=True), self.layer(x.clone())


class Integers(nn.Module):
    def forward(self, n):
        return F.mish(n)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 30)
#> --class 'Spellings(True)' --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! mish.py:16:16: error[NN602]: `torch.nn.functional.mish`: ONNX's `Softplus` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.mish(n)
#!                    ^~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.Hardswish(inplace)

    def forward(self, x):
        return F.hardswish(x), F.hardswish(x.clone(), inplace=True), self.layer(x.clone())


class Integers(nn.Module):
    def forward(self, n):
        return F.hardswish(n)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 4)
#> --class 'Spellings(True)' --input 'x:float64[N]'
#~ with x=normal(0, 4)
#> --class Integers --input 'n:int64[N]'
#= 1
#! hardswish.py:16:16: error[NN602]: `torch.nn.functional.hardswish`: ONNX's `HardSwish` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.hardswish(n)
#!                    ^~~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

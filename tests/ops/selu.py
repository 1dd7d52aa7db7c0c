import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.SELU(inplace)

    def forward(self, x):
        return (F.selu(x), F.selu(x.clone(), inplace=True), torch.selu(x), torch.selu_(x.clone()),
                self.layer(x.clone()))


class Integers(nn.Module):
    def forward(self, n):
        return F.selu(n)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(True)' --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! selu.py:18:16: error[NN602]: `torch.nn.functional.selu`: ONNX's `Selu` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.selu(n)
#!                    ^~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

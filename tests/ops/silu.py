import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.SiLU(inplace)

    def forward(self, x):
        return F.silu(x), F.silu(x.clone(), inplace=True), self.layer(x.clone())


class Integers(nn.Module):
    def forward(self, n):
        return F.silu(n)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(True)' --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! silu.py:16:16: error[NN602]: `torch.nn.functional.silu`: ONNX's `Sigmoid` takes `float16`, `bfloat16`, `float32`, `float64`, not `int64`
#!             return F.silu(n)
#!                    ^~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

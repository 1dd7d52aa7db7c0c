import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, alpha=1.0, inplace=False):
        super().__init__()
        self.alpha = alpha
        self.layer = nn.ELU(alpha, inplace)

    def forward(self, x):
        return (F.elu(x), F.elu(x, self.alpha), F.elu(x.clone(), self.alpha, inplace=True),
                F.elu_(x.clone()), self.layer(x.clone()))


class Integers(nn.Module):
    def forward(self, n):
        return F.elu(n)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(0.5, True)' --input 'x:float64[N]'
#> --class 'Spellings(-1)' --input 'x:float32[]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! elu.py:18:16: error[NN602]: `torch.nn.functional.elu`: ONNX's `Elu` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.elu(n)
#!                    ^~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.LogSigmoid()

    def forward(self, x):
        return F.logsigmoid(x), self.layer(x)


class Integers(nn.Module):
    def forward(self, n):
        return F.logsigmoid(n)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 40)
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! logsigmoid.py:16:16: error[NN602]: `torch.nn.functional.logsigmoid`: ONNX's `Softplus` takes `float16`, `float32`, `float64`, not `int64`
#!             return F.logsigmoid(n)
#!                    ^~~~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

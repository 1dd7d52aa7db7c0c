import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, low=-1.0, high=1.0, inplace=False):
        super().__init__()
        self.low, self.high = low, high
        self.layer = nn.Hardtanh(low, high, inplace)

    def forward(self, x):
        return (F.hardtanh(x), F.hardtanh(x, self.low, self.high),
                F.hardtanh(x.clone(), min_val=self.low, inplace=True),
                F.hardtanh_(x.clone(), self.low, self.high), self.layer(x.clone()))


class Bools(nn.Module):
    def forward(self, b):
        return F.hardtanh(b)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(-0.5, 2, True)' --input 'x:float64[N]'
#> --class 'Spellings(-2, 2)' --input 'x:int64[N]'
#~ with x=integers(-9, 9)
#> --class Bools --input 'b:bool[N]'
#= 1
#! hardtanh.py:19:16: error[NN602]: `torch.nn.functional.hardtanh`: ONNX's `Clip` takes `uint8`, `int8`, `int16`, `int32`, `int64`, `float16`, `bfloat16`, `float32`, `float64`, not `bool`
#!             return F.hardtanh(b)
#!                    ^~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.ReLU6(inplace)

    def forward(self, x):
        return F.relu6(x), F.relu6(x.clone(), inplace=True), self.layer(x.clone())


class Bools(nn.Module):
    def forward(self, b):
        return F.relu6(b)


#> --class Spellings --input 'x:float32[N,4]'
#~ with x=normal(0, 9)
#> --class 'Spellings(inplace=True)' --input 'x:float64[N]'
#~ with x=normal(0, 9)
#> --class Spellings --input 'x:int64[N]'
#~ with x=integers(-9, 9)
#> --class Bools --input 'b:bool[N]'
#= 1
#! relu6.py:16:16: error[NN602]: `torch.nn.functional.relu6`: ONNX's `Clip` takes `uint8`, `int8`, `int16`, `int32`, `int64`, `float16`, `bfloat16`, `float32`, `float64`, not `bool`
#!             return F.relu6(b)
#!                    ^~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

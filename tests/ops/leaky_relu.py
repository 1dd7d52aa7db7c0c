import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, slope=0.01, inplace=False):
        super().__init__()
        self.slope = slope
        self.layer = nn.LeakyReLU(negative_slope=slope, inplace=inplace)

    def forward(self, x):
        return (F.leaky_relu(x), F.leaky_relu(x, self.slope),
                F.leaky_relu(x.clone(), self.slope, True), F.leaky_relu_(x.clone(), self.slope),
                self.layer(x.clone()))


class Integers(nn.Module):
    def forward(self, n):
        return F.leaky_relu(n)


#> --class Spellings --input 'x:float32[N,4]'
#> --class 'Spellings(0.2, True)' --input 'x:float64[N]'
#> --class 'Spellings(1)' --input 'x:float32[]'
#> --class 'Spellings(-0.5)' --input 'x:float32[N]'
#> --class Integers --input 'n:int64[N]'
#= 1
#! leaky_relu.py:19:16: error[NN602]: `torch.nn.functional.leaky_relu`: ONNX's `LeakyRelu` takes `float16`, `bfloat16`, `float32`, `float64`, not `int64`
#!             return F.leaky_relu(n)
#!                    ^~~~~~~~~~~~~~~
#!   hint: convert the tensor first, e.g. by `.float()`

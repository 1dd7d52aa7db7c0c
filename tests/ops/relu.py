import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, inplace=False):
        super().__init__()
        self.layer = nn.ReLU(inplace)

    def forward(self, x):
        return (torch.relu(x), x.relu(), F.relu(x), x.clone().relu_(), torch.relu_(x.clone()),
                F.relu_(x.clone()), F.relu(x.clone(), inplace=True), self.layer(x.clone()))


class InPlace(nn.Module):
    """What is written through a view reaches the tensor."""

    def __init__(self):
        super().__init__()
        self.layer = nn.ReLU(inplace=True)

    def forward(self, x):
        x = x * 2
        self.layer(x[:, 1:])
        return x


class Bools(nn.Module):
    def forward(self, b):
        return F.relu(b)


#> --class 'Spellings(inplace=True)' --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#> --class Spellings --input 'x:int64[N]'
#~ with x=integers(-5, 5)
#> --class Spellings --input 'x:int32[]'
#~ with x=integers(-5, 5)
#> --class InPlace --input 'x:float32[N,3]'
#> --class Bools --input 'b:bool[N]'
#= 1
#! relu.py:31:16: error[NN404]: `forward` raises `RuntimeError: Boolean inputs not supported for relu`
#!             return F.relu(b)
#!                    ^~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, start=1, end=-1):
        super().__init__()
        self.range = start, end
        self.layer = nn.Flatten(start, end)

    def forward(self, x):
        return (x.flatten(), torch.flatten(x), x.flatten(*self.range),
                torch.flatten(x, start_dim=self.range[0], end_dim=self.range[1]), self.layer(x),
                x.flatten(1), x.ravel())


class Scalar(nn.Module):
    def forward(self, x):
        return x.sum().flatten(), torch.flatten(x.sum(), 0, -1)


class Order(nn.Module):
    def forward(self, x):
        return x.flatten(2, 1)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class 'Spellings(0, 1)' --input 'x:float32[N,2,2,M]'
#> --class 'Spellings(-2, -1)' --input 'x:int64[2,N,3]'
#> --class Scalar --input 'x:float32[N]'
#> --class Order --input 'x:float32[N,2,3]'
#= 1
#! flatten.py:24:16: error[NN401]: `forward` raises `RuntimeError: flatten() has invalid args: start_dim cannot come after end_dim`
#!             return x.flatten(2, 1)
#!                    ^~~~~~~~~~~~~~~

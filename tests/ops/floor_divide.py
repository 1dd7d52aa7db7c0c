import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z //= y
        return (x // y, z, torch.floor_divide(x, y), x.floor_divide(y), x.clone().floor_divide_(y),
                x // 2, 7 // y, torch.floor_divide(x, 2))


class Sizes(nn.Module):
    def forward(self, x):
        return x[:x.shape[0] // 2 + 1], torch.tensor(7) // 2


class Out(nn.Module):
    def forward(self, x):
        return torch.floor_divide(x, 2, out=x)


#> --class Spellings --input 'x:int64[N,3]' --input 'y:int64[3]'
#~ with x=integers(-9, 9), y=integers(1, 5)
#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[1,3]'
#~ with x=normal(0, 9), y=integers(1, 5)
#> --class Spellings --input 'x:int32[N]' --input 'y:int32[N]'
#~ with x=integers(-9, 9), y=integers(-5, -1)
#> --class Spellings --input 'x:float64[N]' --input 'y:int64[N]'
#~ with y=integers(1, 5)
#> --class Sizes --input 'x:float32[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! floor_divide.py:20:16: error[NN302]: `torch.floor_divide`: `out=` is not supported
#!             return torch.floor_divide(x, 2, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (F.pad(x, (1, 2)), F.pad(x, (1, 0, 2, 1)), F.pad(x, [0, 1], value=3.5),
                F.pad(x, pad=(1, 1), mode='constant', value=-1),
                F.pad(x, (0, 0, 1, 0), 'constant', float('-inf')), F.pad(x, (-1, 0)),
                F.pad(x, (0, -1, 1, -1)), F.pad(x, ()), F.pad(x, (0, 0)))


class Modes(nn.Module):
    def __init__(self, mode):
        super().__init__()
        self.mode = mode

    def forward(self, x, y, z):
        return (F.pad(x, (1, 2), self.mode), F.pad(y, (1, 1, 2, 0), mode=self.mode),
                F.pad(y[0], (2, 1, 1, 1), self.mode), F.pad(z, (1, 0, 1, 1, 0, 1), self.mode))


class Types(nn.Module):
    def forward(self, n, b):
        return (F.pad(n, (1, 1), value=7), F.pad(b, (0, 2), value=True), F.pad(b, (1, 0)),
                F.pad(n.int(), (1, 1, 1, 1)))


class Sizes(nn.Module):
    """By amounts that sizes give."""

    def forward(self, x):
        n = x.size(0)
        return F.pad(x, (0, 4 - x.size(1) % 4)), F.pad(x, (0, 0, 0, n)), F.pad(x, (n, 1, 0, 0))


class Odd(nn.Module):
    def forward(self, x):
        return F.pad(x, (1,))


class Mode(nn.Module):
    def forward(self, x):
        return F.pad(x, (1, 1), mode='mirror')


class Wide(nn.Module):
    def forward(self, x):
        return F.pad(x, (3, 0), mode='reflect')


#> --class Spellings --input 'x:float32[N,3,4]'
#> --class 'Modes("reflect")' --input 'x:float32[N,2,4]' --input 'y:float32[N,2,4,3]' \
#>     --input 'z:float32[N,1,2,3,2]'
#> --class 'Modes("replicate")' --input 'x:float32[N,2,4]' --input 'y:float32[N,2,4,3]' \
#>     --input 'z:float32[N,1,2,3,2]'
#> --class 'Modes("circular")' --input 'x:float32[N,2,4]' --input 'y:float32[N,2,4,3]' \
#>     --input 'z:float32[N,1,2,3,2]'
#~ skip PyTorch 1.13 takes no unbatched input in this mode
#> --class Types --input 'n:int64[N,3]' --input 'b:bool[N,2]'
#> --class Sizes --input 'x:float32[N,3]'
#> --class Odd --input 'x:float32[N,3]'
#= 1
#! pad.py:39:16: error[NN401]: `forward` raises `RuntimeError: Padding length must be divisible by 2`
#!             return F.pad(x, (1,))
#!                    ^~~~~~~~~~~~~~
#> --class Mode --input 'x:float32[N,3]'
#= 1
#! pad.py:44:16: error[NN202]: `forward` raises `NotImplementedError: Unrecognised padding mode mirror`
#!             return F.pad(x, (1, 1), mode='mirror')
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Wide --input 'x:float32[N,3,3]'
#= 1
#! pad.py:49:16: error[NN401]: `forward` raises `RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 0) at dimension 2 of input [N, 3, 3]`
#!             return F.pad(x, (3, 0), mode='reflect')
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

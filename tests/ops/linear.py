import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.Linear(*args, **options)

    def forward(self, x):
        return (self.layer(x), F.linear(x, self.layer.weight, self.layer.bias),
                F.linear(x, self.layer.weight),
                F.linear(input=x, weight=self.layer.weight, bias=None))


class Vector(nn.Module):
    def forward(self, x, w):
        return F.linear(x, w[0]), F.linear(x, w, w[:, 0])


class Types(nn.Module):
    def forward(self, x):
        return F.linear(x, torch.ones(3, 4))


#> --class 'Spellings(4, 3)' --input 'x:float32[N,4]'
#> --class 'Spellings(4, 3, bias=False)' --input 'x:float32[4]'
#> --class 'Spellings(in_features=4, out_features=2, dtype=torch.float64)' \
#>     --input 'x:float64[N,M,2,4]'
#> --class 'Spellings(4, 3)' --input 'x:float32[2,0,4]'
#> --class Vector --input 'x:float32[N,4]' --input 'w:float32[3,4]'
#> --class 'Spellings(4, 3)' --input 'x:float32[N,5]'
#= 1
#! linear.py:12:17: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (Nx5 and 4x3)`
#!             return (self.layer(x), F.linear(x, self.layer.weight, self.layer.bias),
#!                     ^~~~~~~~~~~~~
#!   hint: the layer takes 4 features, its input has 5: `nn.Linear(5, 3)`
#> --class Types --input 'x:int64[N,4]'
#= 1
#! linear.py:24:16: error[NN404]: `forward` raises `RuntimeError: expected m1 and m2 to have the same dtype, but got: long int != float`
#!             return F.linear(x, torch.ones(3, 4))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: bring both to one dtype: `.to(torch.float32)`

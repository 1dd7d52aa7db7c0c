from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return x.reshape_as(y), y.reshape_as(other=x), x.t().reshape_as(y)


class Wrong(nn.Module):
    def forward(self, x, y):
        return x.reshape_as(y)


#> --class Spellings --input 'x:float32[N,6]' --input 'y:float32[N,2,3]'
#> --class Spellings --input 'x:int64[2,N]' --input 'y:bool[N,2]'
#> --class Wrong --input 'x:float32[2,3]' --input 'y:float32[5]'
#= 1
#! reshape_as.py:11:16: error[NN401]: `forward` raises `RuntimeError: shape '[5]' is invalid for input of size 6`
#!             return x.reshape_as(y)
#!                    ^~~~~~~~~~~~~~~

from einops import pack, unpack
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        packed, shapes = pack([x, y], 'b * c')
        a, b = unpack(packed, shapes, 'b * c')
        flat, one = pack([y], '* c')
        return packed, a, b, unpack(flat * 2, one, '* c')


class Star(nn.Module):
    def forward(self, x):
        return pack([x], 'a b')


#> --class Spellings --input 'x:float32[N,2,3]' --input 'y:float32[N,2,2,3]'
#> --class Spellings --input 'x:float32[2,1,3]' --input 'y:float32[2,4,1,3]'
#> --class Star --input 'x:float32[N,3]'
#= 1
#! einops_pack.py:15:16: error[NN202]: `forward` raises `EinopsError: No *-axis in pattern: "a b"`
#!             return pack([x], 'a b')
#!                    ^~~~~~~~~~~~~~~~

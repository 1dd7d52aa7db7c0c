"""The functions of einops; its layers and patterns are in tests/einops."""
from einops import rearrange, reduce, repeat
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (rearrange(x, 'b c h w -> b (h w) c'),
                rearrange(x, 'b (g c) h w -> (b g) c h w', g=2),
                repeat(x, 'b c h w -> b c (h k) w', k=2), reduce(x, 'b c h w -> b c', 'mean'),
                reduce(x, 'b c (h p) (w q) -> b c h w', 'max', p=2, q=2),
                rearrange([x, x], 'n b c h w -> b n c h w'))


class Names(nn.Module):
    def forward(self, x):
        return rearrange(x, 'a b -> a c')


#> --class Spellings --input 'x:float32[N,4,2,4]'
#> --class Spellings --input 'x:float32[2,2,4,2]'
#> --class Names --input 'x:float32[N,3]'
#= 1
#! rearrange.py:17:16: error[NN202]: `forward` raises `EinopsError: Identifiers only on one side of expression (should be on both): ['b'] in "a b -> a c"`
#!             return rearrange(x, 'a b -> a c')
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~

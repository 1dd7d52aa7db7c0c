import torch
from torch import nn


class Asks(nn.Module):
    def forward(self, x):
        if x.data_ptr() % 16 == 0 or x.ndim == 2:
            return x + 1
        return x - 1


class Either(nn.Module):
    """Both sides are one."""

    def forward(self, x):
        aligned = x.data_ptr() % 16 == 0
        scale = 2 if aligned else 2
        return x * scale


class Depends(nn.Module):
    def forward(self, x):
        return x + 1 if x.data_ptr() % 16 == 0 else x - 1


class Gives(nn.Module):
    def forward(self, x):
        return x + x.data_ptr()


#> --class Asks --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (output_0: f32[N,4]) {
#|   %0: f32[N,4] = Add(%x, 1.0: f32[])
#|   return %0
#| }

#> --class Either --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (output_0: f32[N,4]) {
#|   %0: f32[N,4] = Mul(%x, 2.0: f32[])
#|   return %0
#| }

#> --class Depends --input 'x:float32[N,4]'
#= 1
#! data_ptr.py:23:25: error[NN302]: this depends on where a tensor lies in memory, and an exported graph has no addresses
#!             return x + 1 if x.data_ptr() % 16 == 0 else x - 1
#!                             ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: decide it by something else than `data_ptr()`

#> --class Gives --input 'x:float32[N,4]'
#= 1
#! data_ptr.py:28:16: error[NN302]: this depends on where a tensor lies in memory, and an exported graph has no addresses
#!             return x + x.data_ptr()
#!                    ^~~~~~~~~~~~~~~~
#!   hint: decide it by something else than `data_ptr()`

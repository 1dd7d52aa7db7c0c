import torch
from torch import nn


class Provable(nn.Module):
    def forward(self, x):
        if x.shape[0] >= 0 and 2 * x.shape[0] % 2 == 0:
            return x + 1
        return x.no_such_method()


#> --class Provable --input 'x:float32[N,4]' --emit ssa
#| graph(x: f32[N,4]) -> (output_0: f32[N,4]) {
#|   %0: f32[N,4] = Add(%x, 1.0: f32[])
#|   return %0
#| }

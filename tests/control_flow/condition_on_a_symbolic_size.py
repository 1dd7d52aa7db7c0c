import torch
from torch import nn


class Size(nn.Module):
    def forward(self, x):
        if x.shape[0] > 2:
            return x * 2
        return x * 3


#> --class Size --input 'x:float32[N,4]'
#~ call N=1
#~ call N=2
#~ call N=3
#~ call N=9

#> --class Size --input 'x:float32[5,4]' --emit ssa
#| graph(x: f32[5,4]) -> (output_0: f32[5,4]) {
#|   %0: f32[5,4] = Mul(%x, 2.0: f32[])
#|   return %0
#| }

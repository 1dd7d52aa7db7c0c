import torch
import torch.nn.functional as F
from torch import nn


class Function(nn.Module):
    def forward(self, x):
        return F.softsign(x)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.softsign = nn.Softsign()

    def forward(self, x):
        return self.softsign(x)


#> --class Function --input 'x:float32[N,4]'
#~ with x=uniform(-100, 100)
#> --class Function --input 'x:float64[N]'
#> --class Function --input 'x:float16[2,N]'
#~ tolerance 1e-3
#> --class Function --input 'x:int64[N]'
#> --class Function --input 'x:bool[N]'
#= 1
#! softsign.py:8:16: error[NN404]: `forward` raises `RuntimeError: "abs_cpu" not implemented for 'Bool'`
#!             return F.softsign(x)
#!                    ^~~~~~~~~~~~~
#> --class Layer --input 'x:float32[N,M,3]'
#> --class Layer --input 'x:float32[N]' --emit ssa
#| graph(x: f32[N]) -> (output_0: f32[N]) {
#|   %0: f32[N] = Softsign(%x)  # softsign
#|   return %0
#| }

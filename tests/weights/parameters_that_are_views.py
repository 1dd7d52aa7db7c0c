"""A parameter that is a view of memory which no other parameter owns is one of its own."""
import torch
from torch import nn


class Shifted(nn.Module):
    """The bias of a layer, changed through a view and wrapped again."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 6, 1)
        bias = self.conv.bias.view(3, -1)
        bias.data[:, 1] += 4.5
        self.conv.bias = nn.Parameter(bias.view(-1), requires_grad=True)

    def forward(self, x):
        return self.conv(x)


class Flat(nn.Module):
    """Two parameters in one piece of memory: what else is in it is not known."""

    def __init__(self):
        super().__init__()
        flat = torch.randn(12)
        self.a, self.b = nn.Parameter(flat[:8].view(2, 4)), nn.Parameter(flat[8:])

    def forward(self, x):
        return x @ self.a + self.b


#> --class Shifted --input 'x:float32[N,2,3,3]' --weights $CKPT
#> --class Shifted --input 'x:float32[N,2,3,3]' --emit ssa
#| graph(x: f32[N,2,3,3]) -> (output_0: f32[N,6,3,3]) {
#|   initializer %conv.weight: f32[6,2,1,1] = input
#|   initializer %conv.bias: f32[6] = input
#|   %0: f32[N,6,3,3] = Conv(%x, %conv.weight, %conv.bias) {kernel_shape = [1, 1]}  # conv
#|   return %0
#| }
#> --class Flat --input 'x:float32[N,2]' --weights $CKPT
#= 1
#! parameters_that_are_views.py:26:74: error[NN303]: this depends on random numbers that the constructor draws outside of a parameter
#!             self.a, self.b = nn.Parameter(flat[:8].view(2, 4)), nn.Parameter(flat[8:])
#!                                                                              ^~~~~~~~
#!   hint: make them a parameter or a buffer, so that a checkpoint holds them
#> --class Flat --input 'x:float32[N,2]' --emit ssa
#= 1
#! parameters_that_are_views.py:26:74: error[NN303]: this depends on random numbers that the constructor draws outside of a parameter
#!             self.a, self.b = nn.Parameter(flat[:8].view(2, 4)), nn.Parameter(flat[8:])
#!                                                                              ^~~~~~~~
#!   hint: make them a parameter or a buffer, so that a checkpoint holds them

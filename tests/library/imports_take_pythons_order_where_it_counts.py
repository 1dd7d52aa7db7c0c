"""The class that a name stands for is up to the order of imports."""
import torch
from torch import nn
from ordered.wrapped import Scale
from ordered import build_layer
from ordered.cycle import half


class Named(nn.Module):
    """The first module that the program names comes after another in its package's own order."""

    def __init__(self, name):
        super().__init__()
        self.first = Scale()
        self.layer = build_layer(name)

    def forward(self, x):
        return self.layer(x), self.first(x)


class Chained(nn.Module):
    def forward(self, x):
        from ordered.later import scaled
        return scaled(x) + half(x)


#> --class 'Named("Scale")' --input 'x:float32[N,4]'
#> --class 'Named("ReLU")' --input 'x:float32[N,4]'
#> --class 'Named("Tanh")' --input 'x:float32[N,4]'
#> --class Chained --input 'x:float32[N,4]'

"""The other angles and hyperbolas, each as a function, a method and in place."""
import torch
from torch import nn


class Each(nn.Module):
    def __init__(self, *names):
        super().__init__()
        self.names = names

    def forward(self, x):
        results = []
        for name in self.names:
            written = getattr(x.clone(), name + '_')()
            results += [getattr(torch, name)(x), getattr(x, name)(), written]
        return results


class Out(nn.Module):
    def forward(self, x):
        return torch.tan(x, out=x)


#> --class 'Each("tan", "acos", "asin", "arccos", "arcsin", "sinh", "cosh", "asinh", "arcsinh")' \
#>     --input 'x:float32[N]'
#~ with x=uniform(-1, 1)
#> --class 'Each("atanh", "arctanh", "deg2rad", "rad2deg", "expm1", "exp2")' --input 'x:float32[N]'
#~ with x=uniform(-0.9, 0.9)
#> --class 'Each("acosh", "arccosh", "logit", "erfc", "trunc", "fix", "frac")' \
#>     --input 'x:float32[N]'
#~ with x=normal(0, 2)
#> --class Out --input 'x:float32[N]'
#= 1
#! trigonometry.py:21:16: error[NN302]: `torch.tan`: `out=` is not supported
#!             return torch.tan(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


def outer(scale):
    def inner(x):
        nonlocal scale
        if x.sum() > 0:
            scale = scale * 2
        return x * scale
    return inner


class Closure(nn.Module):
    def forward(self, x):
        f = outer(x.amax())
        return f(x) + f(-x)


#> --class Closure --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

import torch
from torch import nn


class Alias(nn.Module):
    def forward(self, x):
        a, b = x + 1, x + 2
        c = a if x.sum() > 0 else b
        c.add_(100)
        return a, b


#> --class Alias --input 'x:float32[N,4]'

import torch
from torch import nn


class DTypes(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            y = x.argmax(1)
        else:
            y = x.amax(1)
        return y + 1


#> --class DTypes --input 'x:float32[N,4]'

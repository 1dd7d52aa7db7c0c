import torch
from torch import nn


class Walrus(nn.Module):
    def forward(self, x):
        if (s := x.sum()) > 0:
            return x / s
        return x - s


#> --class Walrus --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

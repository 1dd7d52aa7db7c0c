import torch
from torch import nn


class Names(nn.Module):
    def forward(self, x):
        y = x * 1
        z = y
        if x.sum() > 0:
            y = x + 1
            z = x + 2
        z.add_(100)
        return y, z


#> --class Names --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

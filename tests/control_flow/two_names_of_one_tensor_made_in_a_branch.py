import torch
from torch import nn


class Made(nn.Module):
    def forward(self, x):
        y, z = x + 1, x + 2
        if x.sum() > 0:
            y = x * 5
            z = y
        z.add_(100)
        return y, z


class Inherited(nn.Module):
    def forward(self, x):
        y = x * 1
        z = y
        if x.sum() > 0:
            if x.max() > 2:
                z = x - 1
        else:
            y = x * 3
        z.mul_(7)
        return y, z


#> --class Made --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class Inherited --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(2, 4) * 9
#~ call x=-ramp(1, 4)

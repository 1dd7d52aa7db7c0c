import torch
from torch import nn


class Missing(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            scale = x.max()
            y = x * scale
        else:
            y = x
        return y + 1


class Used(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            scale = x.max()
        return x * scale


#> --class Missing --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class Used --input 'x:float32[N,4]'

import torch
from torch import nn


class MadeInside(nn.Module):
    def forward(self, x):
        y = x.clone()
        if x.sum() > 0:
            part = y[:, :2]
            part.fill_(7)
        else:
            part = y[:, 2:]
            part.zero_()
        return y, part + 1


#> --class MadeInside --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

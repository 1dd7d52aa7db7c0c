import torch
from torch import nn


class Both(nn.Module):
    def forward(self, x):
        if x[0, 0] > 0:
            return x.cos()
        else:
            return x.sin()


#> --class Both --input 'x:float32[N,4]'
#~ call x=ramp(2, 4) + 1
#~ call x=ramp(2, 4)
#~ call x=ramp(1, 4)

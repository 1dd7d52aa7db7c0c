import torch
from torch import nn


class Halve(nn.Module):
    def forward(self, x):
        while x.shape[0] > 1:
            m = x.shape[0] // 2
            x = x[:m] + x[m:2 * m]
        return x


#> --class Halve --input 'x:float32[N]'
#~ call x=ramp(1)
#~ call x=ramp(2)
#~ call x=ramp(9)

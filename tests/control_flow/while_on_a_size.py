import torch
from torch import nn


class SizeLoop(nn.Module):
    def forward(self, x):
        n = x.shape[0]
        while n > 1:
            x = x * 0.5 + n
            n = n // 2
        return x


#> --class SizeLoop --input 'x:float32[N]'
#~ call x=ramp(1)
#~ call x=ramp(2)
#~ call x=ramp(9)

import torch
from torch import nn


class Leaves(nn.Module):
    def forward(self, x):
        for i in range(4):
            if x.sum() > 10:
                break
            if x[0, 0] < 0:
                x = x + 1
                continue
            x = x * 2 + i
        return x


#> --class Leaves --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(1, 4) * 90
#~ call x=ramp(1, 4) * 3
#~ call x=-ramp(1, 4) - 1.5
#~ call x=-ramp(1, 4) * 4
#~ call x=ramp(2, 4) - 4.5
#~ call x=ramp(2, 4) - 2.5
#~ call x=ramp(2, 4) * 0.01

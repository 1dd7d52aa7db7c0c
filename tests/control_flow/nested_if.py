import torch
from torch import nn


class Nested(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            if x.max() > 3:
                y = x / 3
            else:
                y = x + 1
        else:
            if x.min() < -3:
                y = x * x
            else:
                y = -x
        return y


#> --class Nested --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(1, 4) * 9
#~ call x=-ramp(2, 4)
#~ call x=-ramp(2, 4) * 9

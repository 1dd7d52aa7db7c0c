import torch
from torch import nn


class Returns(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            if x.max() > 3:
                return x / 3
            x = x + 1
        else:
            x = x - 1
            if x.min() > -2:
                return x * x
        return x * 10


#> --class Returns --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(2, 4) * 9
#~ call x=-ramp(2, 4) * 0.5
#~ call x=-ramp(2, 4) * 9
#~ call x=ramp(1, 4)

import torch
from torch import nn


class Logic(nn.Module):
    def forward(self, x):
        if (x.sum() > 0 and x.max() < 5) or x.min() < -5:
            y = x * 2
        else:
            y = x * 3
        if not x[0, 0] > 1:
            y = y + 100
        return y


#> --class Logic --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=ramp(2, 4) * 9 + 2
#~ call x=-ramp(2, 4)
#~ call x=-ramp(2, 4) * 9
#~ call x=ramp(1, 4)

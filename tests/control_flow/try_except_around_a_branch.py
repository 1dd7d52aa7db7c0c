import torch
from torch import nn


class Tries(nn.Module):
    def forward(self, x):
        try:
            if x.sum() > 0:
                y = x + 1
            else:
                y = x - 1
            y = {'scale': y}['shift']
        except KeyError:
            y = y * 10
        finally:
            x = x + 5
        return x + y


#> --class Tries --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

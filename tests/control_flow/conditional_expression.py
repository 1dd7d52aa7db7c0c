import torch
from torch import nn


class Ternary(nn.Module):
    def forward(self, x):
        y = x + 1 if x.sum() > 0 else x - 1
        return y * (2 if y.max() > 1.5 else 3)


#> --class Ternary --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(2, 4)
#~ call x=full(0.25, 1, 4)

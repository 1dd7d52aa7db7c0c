import torch
from torch import nn


class ShapeBranch(nn.Module):
    def forward(self, x):
        n, c = x.shape
        if n % 2 == 0:
            y = x[::2]
        else:
            y = x[1:]
        if n > 3 and c == 4:
            y = y * n
        return y, n


#> --class ShapeBranch --input 'x:float32[N,4]'
#~ call x=ramp(1, 4)
#~ call x=ramp(2, 4)
#~ call x=ramp(4, 4)
#~ call x=ramp(5, 4)

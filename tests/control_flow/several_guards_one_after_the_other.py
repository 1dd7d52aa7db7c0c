import torch
from torch import nn


class Guards(nn.Module):
    def forward(self, x):
        if x.sum() > 100:
            return x * 0
        if x.sum() < -100:
            return x * -1
        if x.abs().max() < 0.5:
            return x + 7
        return x.exp()


#> --class Guards --input 'x:float32[N,4]'
#~ call x=full(50, 1, 4)
#~ call x=full(-50, 2, 4)
#~ call x=full(0.25, 1, 4)
#~ call x=full(2, 2, 4)

import torch
from torch import nn


class Between(nn.Module):
    def forward(self, x):
        if 0 < x.mean() < 1:
            return x * 2
        return x * 3


#> --class Between --input 'x:float32[N,4]'
#~ call x=full(0.5, 1, 4)
#~ call x=full(2, 1, 4)
#~ call x=full(-2, 3, 4)

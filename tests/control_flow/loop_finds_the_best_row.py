import torch
from torch import nn


class Conditional(nn.Module):
    def forward(self, x):
        best = x[0]
        where = 0
        for i in range(1, x.size(0)):
            if x[i].sum() > best.sum():
                best = x[i]
                where = i
        return best, where


#> --class Conditional --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=ramp(2,4)
#~ call x=torch.sin(ramp(8,4) * 40)

import torch
from torch import nn


class State(nn.Module):
    def forward(self, x):
        self.scale = x.mean()
        if x.sum() > 0:
            self.scale = x.max()
        return x * self.scale


#> --class State --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

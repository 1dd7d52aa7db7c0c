import torch
from torch import nn


class Done(nn.Module):
    def forward(self, x):
        done = False
        i = 0
        while i < 10 and not done:
            x = x * 2
            done = x.sum() > 50
            i += 1
        return x, i


#> --class Done --input 'x:float32[N]'
#~ untaken 1 it runs once at least
#~ call x=tensor([100.0])
#~ call x=tensor([1.0])
#~ call x=tensor([0.001])
#~ call x=tensor([20.0])
#~ call x=ramp(3) + 1

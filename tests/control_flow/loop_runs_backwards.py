import torch
from torch import nn


class Reverse(nn.Module):
    def forward(self, x):
        h = torch.zeros(4)
        for t in reversed(range(x.size(0))):
            h = torch.tanh(h * 0.3 + x[t])
        return h


#> --class Reverse --input 'x:float32[T,4]'
#~ call x=torch.sin(ramp(0,4) * 40)
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(6,4) * 40)

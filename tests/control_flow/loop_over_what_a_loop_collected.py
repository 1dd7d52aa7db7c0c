import torch
from torch import nn


class IterateList(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            out.append(row * 2)
        total = torch.zeros(4)
        for i, item in enumerate(out):
            total = total + item * i
        return total


#> --class IterateList --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(0,4) * 40)
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40)

import torch
from torch import nn


class EnumerateZip(nn.Module):
    def forward(self, x, y):
        acc = torch.zeros(4)
        for i, (a, b) in enumerate(zip(x, y)):
            acc = acc + a * b * i
        return acc


#> --class EnumerateZip --input 'x:float32[N,4]' --input 'y:float32[M,4]'
#~ call x=torch.sin(ramp(0,4) * 40), y=torch.sin(ramp(2,4) * 40)
#~ call x=torch.sin(ramp(1,4) * 40), y=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40), y=torch.sin(ramp(3,4) * 40)
#~ call x=torch.sin(ramp(4,4) * 40), y=torch.sin(ramp(2,4) * 40)

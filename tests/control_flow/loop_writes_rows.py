import torch
from torch import nn


class WriteRows(nn.Module):
    def forward(self, x):
        out = torch.zeros_like(x)
        for i in range(x.shape[0]):
            out[i] = x[i] * i
        out += 1
        return out


#> --class WriteRows --input 'x:float32[N,4]'
#~ call x=torch.sin(ramp(0,4) * 40)
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(3,4) * 40)

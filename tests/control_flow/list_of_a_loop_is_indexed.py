import torch
from torch import nn


class Index(nn.Module):
    def forward(self, x):
        outs = [x[0]]
        for t in range(1, x.size(0)):
            outs.append(x[t] * 2)
        return outs[-1], outs[0], torch.stack(outs)


#> --class Index --input 'x:float32[T,4]'
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(2,4) * 40)
#~ call x=torch.sin(ramp(6,4) * 40)

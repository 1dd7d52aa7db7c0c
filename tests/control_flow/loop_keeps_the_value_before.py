import torch
from torch import nn


class Prev(nn.Module):
    def forward(self, x):
        prev = x[0]
        cur = x[0]
        total = torch.zeros(4)
        for i in range(x.shape[0]):
            prev = cur
            cur = cur * 0.5 + x[i]
            total = total + (cur - prev).abs()
        return total, prev, cur


#> --class Prev --input 'x:float32[N,4]'
#~ untaken 2 no rows raise
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(2,4) * 40)
#~ call x=torch.sin(ramp(5,4) * 40)

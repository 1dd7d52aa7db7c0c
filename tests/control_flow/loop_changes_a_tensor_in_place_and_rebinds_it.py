import torch
from torch import nn


class Aliased(nn.Module):
    def forward(self, x, n):
        y = x * 1
        z = y
        for i in range(int(n)):
            y += i
            y = y * 2
        return y, z


#> --class Aliased --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=torch.sin(ramp(2) * 40), n=tensor(0)
#~ call x=torch.sin(ramp(1) * 40), n=tensor(1)
#~ call x=torch.sin(ramp(3) * 40), n=tensor(4)

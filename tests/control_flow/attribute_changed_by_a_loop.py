import torch
from torch import nn


class Attribute(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('count', torch.zeros(()))

    def forward(self, x, n):
        self.state = x
        for i in range(int(n)):
            self.state = self.state * 0.5 + i
        return self.state


#> --class Attribute --input 'x:float32[N,4]' --input 'n:int64[]'
#~ call x=torch.sin(ramp(1,4) * 40), n=tensor(0)
#~ call x=torch.sin(ramp(2,4) * 40), n=tensor(1)
#~ call x=torch.sin(ramp(1,4) * 40), n=tensor(3)

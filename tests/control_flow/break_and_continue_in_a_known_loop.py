import torch
from torch import nn


class Leaves(nn.Module):
    def forward(self, x):
        for i in range(4):
            if x.sum() > 10:
                break
            if x[0, 0] < 0:
                x = x + 1
                continue
            x = x * 2 + i
        return x


#> --class Leaves --input 'x:float32[N,4]'
#~ call x=tensor([[-9, -20, -20, -20]], dtype=torch.float32)
#~ call x=tensor([[0.1, -20, -20, -20]], dtype=torch.float32)
#~ call x=tensor([[-9, 4, 4, 4]], dtype=torch.float32)
#~ call x=tensor([[-9, 9, 9, 9]], dtype=torch.float32)
#~ call x=tensor([[-3.5, 1, 1, 1]], dtype=torch.float32)
#~ call x=tensor([[-3.5, 4, 4, 4]], dtype=torch.float32)
#~ call x=ramp(3, 4) - 0.5

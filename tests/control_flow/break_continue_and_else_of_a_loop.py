import torch
from torch import nn


class BreakContinueElse(nn.Module):
    def forward(self, x, n):
        y = x.sum()
        for i in range(int(n)):
            y = y + 1
            if y > 5:
                if y > 10:
                    break
                y = y + 0.25
                continue
            y = y * 1.5
        else:
            y = y - 1000
        return y


#> --class BreakContinueElse --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([0.0]), n=tensor(0)
#~ call x=tensor([0.0]), n=tensor(1)
#~ call x=tensor([0.0]), n=tensor(3)
#~ call x=tensor([0.0]), n=tensor(30)
#~ call x=tensor([20.0]), n=tensor(3)
#~ call x=tensor([5.5]), n=tensor(2)
#~ call x=ramp(3), n=tensor(2)

import torch
from torch import nn


class WhileElse(nn.Module):
    def forward(self, x):
        i = 0
        while x.sum() < 10:
            x = x + 1
            i += 1
            if i > 4:
                break
        else:
            x = x * 100
        return x


#> --class WhileElse --input 'x:float32[N]'
#~ untaken 9 not all of it can be reached
#~ call x=tensor([20.0])
#~ call x=tensor([9.5])
#~ call x=tensor([7.5])
#~ call x=tensor([1.0])
#~ call x=ramp(3)

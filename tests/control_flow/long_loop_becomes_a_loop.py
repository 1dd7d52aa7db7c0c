import torch
from torch import nn


class LongLoop(nn.Module):
    def forward(self, x):
        for i in range(40):
            x = torch.tanh(x + i)
        return x


#> --class LongLoop --input 'x:float32[N]' --max-unroll 10
#~ untaken 9 not all of it can be reached
#~ call x=ramp(1)
#~ call x=ramp(4)

import torch
from torch import nn


class LongWhile(nn.Module):
    def forward(self, x):
        i = 0
        while i < 40:
            x = torch.tanh(x + i)
            i += 1
        return x, i


#> --class LongWhile --input 'x:float32[N]' --max-unroll 10
#~ untaken 9 not all of it can be reached
#~ call x=ramp(1)
#~ call x=ramp(4)

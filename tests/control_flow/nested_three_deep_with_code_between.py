import torch
from torch import nn


class Deep(nn.Module):
    def forward(self, x, t):
        if t > 0:
            x = x + 1
            if t > 1:
                x = x * 2
                if t > 2:
                    x = x.sin()
                x = x - 3
            x = x * 5
        return x


#> --class Deep --input 'x:float32[N,4]' --input 't:int64[]'
#~ call t=0
#~ call t=1
#~ call t=2
#~ call t=3, N=1

import torch
from torch import nn


class Item(nn.Module):
    def forward(self, x, n):
        k = n.item() // 2
        t = float(x.max()) * 2
        if k > 1 and t < 4:
            return x + k
        elif min(k, 3) == 0:
            return x * t
        return x - k + t


#> --class Item --input 'x:float32[N,4]' --input 'n:int64[]'
#~ call x=ramp(2, 4), n=5
#~ call x=ramp(2, 4) * 9, n=8
#~ call x=ramp(2, 4), n=-3
#~ call x=ramp(1, 4), n=1
#~ call x=ramp(1, 4), n=2

import torch
from torch import nn


class IntToFloat(nn.Module):
    def forward(self, x, n):
        v = 1
        for i in range(int(n)):
            v = v * 0.5
        return x * v


#> --class IntToFloat --input 'x:float32[N]' --input 'n:int64[]'
#~ untaken 9 not all of it can be reached
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)

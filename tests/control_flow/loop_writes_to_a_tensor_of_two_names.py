import torch
from torch import nn


class SharedWrite(nn.Module):
    def forward(self, x, n):
        a = x * 1
        b = a
        for i in range(int(n)):
            a = a + 1
            b = a
            b += 1
        return a, b


#> --class SharedWrite --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)

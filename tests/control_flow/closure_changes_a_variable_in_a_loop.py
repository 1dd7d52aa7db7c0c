import torch
from torch import nn


class ClosureState(nn.Module):
    def forward(self, x, n):
        total = x * 0

        def add(v):
            nonlocal total
            total = total + v
            return total.sum()

        for i in range(int(n)):
            add(x * i)
        return total


#> --class ClosureState --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)

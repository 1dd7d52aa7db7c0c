import torch
from torch import nn


class StateObj:
    def __init__(self):
        self.n = 0
        self.items = []
    def bump(self, t):
        self.n = self.n + 1
        self.items.append(t)
        return self


class ObjState(nn.Module):
    def forward(self, x):
        s = StateObj()
        if x.sum() > 0:
            s.bump(x * 2)
            k = 1
        else:
            s.bump(x * 3)
            k = 5
        return s.items[0] * s.n + k


class ClosureWrite(nn.Module):
    def forward(self, x):
        total = x
        def add(v):
            nonlocal total
            total = total + v
        if x.sum() > 0:
            add(x * 2)
        else:
            add(-x)
            add(x * x)
        return total


#> --class ObjState --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)+1
#~ call x=-ramp(1, 4)-1
#> --class ClosureWrite --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)+1
#~ call x=-ramp(1, 4)-1

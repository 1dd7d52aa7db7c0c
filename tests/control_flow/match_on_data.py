import torch
from torch import nn


class Match(nn.Module):
    def forward(self, x, k):
        k = int(k)
        match k:
            case 0:
                y = x
            case 1 | 2 if x.sum() > 0:
                y = x * 10
            case 3 | 1:
                y = x - 1
            case _:
                y = -x
        return y


#> --class Match --input 'x:float32[N]' --input 'k:int64[]'
#~ call x=tensor([1.0]), k=tensor(0)
#~ call x=tensor([1.0]), k=tensor(1)
#~ call x=tensor([-1.0]), k=tensor(1)
#~ call x=tensor([1.0]), k=tensor(2)
#~ call x=tensor([-1.0]), k=tensor(2)
#~ call x=tensor([1.0]), k=tensor(3)
#~ call x=tensor([1.0]), k=tensor(7)
#~ call x=ramp(3), k=tensor(1)

import torch
from torch import nn


class WithInside(nn.Module):
    def forward(self, x, n):
        for i in range(int(n)):
            with torch.no_grad():
                x = x * 2
                if x.sum() > 10:
                    break
                try:
                    y = {'a': 1}['b']
                except KeyError:
                    y = 3
                x = x + y
        return x


#> --class WithInside --input 'x:float32[N]' --input 'n:int64[]'
#~ untaken 9 not all of it can be reached
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)

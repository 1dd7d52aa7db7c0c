import torch
from torch import nn


class Fib(nn.Module):
    def forward(self, x, n):
        a, b = x, x + 1
        for i in range(int(n)):
            a, b = b, a + b
        return a, b


#> --class Fib --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=torch.sin(ramp(2) * 40), n=tensor(0)
#~ call x=torch.sin(ramp(1) * 40), n=tensor(1)
#~ call x=torch.sin(ramp(3) * 40), n=tensor(5)

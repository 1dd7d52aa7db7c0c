import torch
from torch import nn


class Collatz(nn.Module):
    def forward(self, n):
        k = int(n)
        steps = 0
        while k != 1:
            if k % 2 == 0:
                k = k // 2
            else:
                k = 3 * k + 1
            steps += 1
        return torch.tensor(steps)


#> --class Collatz --input 'n:int64[]'
#~ call n=tensor(1)
#~ call n=tensor(2)
#~ call n=tensor(27)

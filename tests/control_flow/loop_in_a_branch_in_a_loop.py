import torch
from torch import nn


class LoopInBranchInLoop(nn.Module):
    def forward(self, x, n):
        for i in range(int(n)):
            if x.sum() > 0:
                k = 0
                while x.max() < 4 and k < 3:
                    x = x + 1
                    k = k + 1
                x = x - 2
            else:
                x = x + 0.5
        return x


#> --class LoopInBranchInLoop --input 'x:float32[K]' --input 'n:int64[]'
#~ call x=ones(3), n=tensor(0)
#~ call x=ones(3), n=tensor(1)
#~ call x=ones(3)*-2, n=tensor(9)
#~ call x=tensor([3.5]), n=tensor(1)
#~ call x=tensor([5.5]), n=tensor(2)

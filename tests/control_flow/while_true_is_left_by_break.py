import torch
from torch import nn


class WhileTrue(nn.Module):
    def forward(self, x):
        steps = 0
        while True:
            x = x * 1.5 + 1
            steps += 1
            if x.sum() > 100:
                break
        return x, steps


#> --class WhileTrue --input 'x:float32[N]'
#~ untaken 1 once at least
#~ call x=tensor([200.0])
#~ call x=tensor([1.0, 2])

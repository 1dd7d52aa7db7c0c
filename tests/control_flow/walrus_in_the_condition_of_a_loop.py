import torch
from torch import nn


class WhileWalrus(nn.Module):
    def forward(self, x):
        k = 0
        while (s := x.sum()) < 10 and k < 6:
            x = x * 1.5
            k += 1
        return x, s, k


#> --class WhileWalrus --input 'x:float32[N]'
#~ untaken 9 not all of it can be reached
#~ call x=tensor([20.0])
#~ call x=tensor([9.5])
#~ call x=tensor([3.5])
#~ call x=tensor([0.001])
#~ call x=ramp(3) + 0.1

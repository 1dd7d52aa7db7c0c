import torch
from torch import nn


class Power(nn.Module):
    def forward(self, x, k: int):
        result = torch.eye(2)
        while k > 0:
            if k % 2 == 1:
                result = result @ x
            x = x @ x
            k //= 2
        return result


#> --class Power --input 'x:float32[2,2]' --input 'k:int64[]'
#~ call x=ramp(2,2), k=0
#~ call x=ramp(2,2), k=1
#~ call x=ramp(2,2), k=6

import torch
from torch import nn


class Containers(nn.Module):
    def forward(self, x):
        parts = [x, x + 1]
        named = {'a': x}
        if x.sum() > 0:
            parts[0] = x * 2
            named['a'] = x - 1
        else:
            parts[1] = x * 3
            named['a'] = named['a'] * 5
        return parts, named


#> --class Containers --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

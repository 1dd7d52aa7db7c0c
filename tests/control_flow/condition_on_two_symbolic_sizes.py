import torch
from torch import nn


class Pad(nn.Module):
    def forward(self, x):
        h, w = x.shape[-2], x.shape[-1]
        if h % 2 == 1 or w % 2 == 1:
            x = nn.functional.pad(x, (0, w % 2, 0, h % 2))
        return x


#> --class Pad --input 'x:float32[1,H,W]'
#~ call H=4, W=6
#~ call H=3, W=6
#~ call H=4, W=5
#~ call H=1, W=1

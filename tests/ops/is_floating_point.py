import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        if not x.is_floating_point():
            x = x.float()
        assert torch.is_floating_point(x) and x.dtype.is_floating_point
        return (x / 2, x.is_floating_point(), torch.is_floating_point(x > 0),
                x.long().is_floating_point())


#> --class Spellings --input 'x:float32[N]'
#> --class Spellings --input 'x:int64[N]'
#> --class Spellings --input 'x:float16[N]'

import torch
from torch import nn


class Clean(nn.Module):
    def forward(self, x):
        if torch.isnan(x).any():
            x = torch.where(torch.isnan(x), torch.zeros_like(x), x)
        if (x >= 0).all() and torch.allclose(x, x.clone()):
            return x.sqrt()
        return x


#> --class Clean --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)
#~ call x=tensor([[nan, 1., 2., 3.]])

import torch
from torch import nn


class Bisect(nn.Module):
    def forward(self, a):
        lo, hi = torch.zeros_like(a), a.clamp(min=1.0)
        while (hi - lo).max() > 1e-3:
            mid = (lo + hi) / 2
            above = mid * mid > a
            hi = torch.where(above, mid, hi)
            lo = torch.where(above, lo, mid)
        return (lo + hi) / 2


#> --class Bisect --input 'a:float32[N]'
#~ untaken 2 it starts wide
#~ call a=tensor([0.5, 2.0, 9.0])
#~ call a=tensor([2.0])

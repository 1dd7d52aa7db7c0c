"""The first NaN is the largest, the smallest and the middle element."""
import torch
from torch import nn


def holes(x):
    """Some rows without NaN, some with several; infinities before and behind."""
    x = torch.where(x > 1, float('inf'), x)
    x = torch.where((x > 0.4) & (x < 0.8), float('nan'), x)
    return torch.where(x < -1, float('-inf'), x)


class Extremes(nn.Module):
    def forward(self, x):
        x = holes(x)
        return (x.argmax(1), x.argmin(1), x.argmax(), x.argmin(0, keepdim=True), x.max(1), x.min(1),
                torch.max(x, 0, keepdim=True), x.max(), x.amin(0))


class Middles(nn.Module):
    def forward(self, x):
        x = holes(x)
        return x.median(), x.median(1), x.median(0, keepdim=True)


class Present(nn.Module):
    def forward(self, x):
        x = holes(x)
        x = torch.cat([x, torch.zeros_like(x[:, :1])], 1)
        return x.nanmedian(), x.nanmedian(1), torch.nanmedian(x, 0, True).values, x.long().nanmedian(1)


#> --class Extremes --input 'x:float32[N,9]'
#> --class Extremes --input 'x:float64[N,5]'
#> --class Middles --input 'x:float32[N,9]'
#> --class Present --input 'x:float32[N,7]'

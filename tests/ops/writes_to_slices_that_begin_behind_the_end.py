"""Bounds that are negative, and known only when the model runs."""
import torch
from torch import nn


class Shifted(nn.Module):
    """The regions between which attention of shifted windows does not look."""

    def forward(self, x):
        H, W = x.shape
        shift = [3, 3]
        if 7 >= H:
            shift[0] = 0
        if 7 >= W:
            shift[1] = 0
        regions = x.new_zeros((H, W))
        count = 0
        for h in ((0, -7), (-7, -shift[0]), (-shift[0], None)):
            for w in ((0, -7), (-7, -shift[1]), (-shift[1], None)):
                regions[h[0]:h[1], w[0]:w[1]] = count
                count += 1
        return regions


class Forms(nn.Module):
    def forward(self, x):
        size = x.shape[0]
        s = 2 if 7 >= size else 3
        out = x.clone()
        out[-s:] = 1
        out[-s::2] = 2
        out[s - 5:-1] += 5
        out[-size:2] += 3
        out[-s] = 9
        return out


#> --class Shifted --input 'x:float32[H,W]' --emit onnx
#~ call x=ramp(1, 1)
#~ call x=ramp(7, 14)
#~ call x=ramp(14, 7)
#~ call x=ramp(9, 24)

#> --class Forms --input 'x:float32[H]' --emit onnx
#~ call x=ramp(3)
#~ call x=ramp(8)
#~ call x=ramp(12)
#~ sizes the smallest has three places

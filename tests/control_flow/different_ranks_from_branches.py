import torch
from torch import nn


class Window(nn.Module):
    """Python's max and min of a tensor and a number give either."""

    def forward(self, x, box):
        low = max(box[0], 0)
        high = min(box[1] + 1, x.shape[0])
        y = torch.zeros_like(x)
        x = torch.cat([x, x + 10])
        y[low:high] = x[low - box[0] : high - box[0]] + 1
        return y, x[low:high]


class Rank(nn.Module):
    def forward(self, x):
        if x.shape[0] > 0:
            x = x.reshape(x.shape[0], -1, 2)
        first = self.outer(x, 1)
        return first.reshape(-1, 2), x.flatten(1).sum(1), x

    def outer(self, x, n):
        rank = x.dim()
        even, odd = x[..., 0::2], x[..., 1::2]
        return torch.stack((even * n, odd), dim=rank).reshape(x.shape)


#> --class Window --input 'x:float32[N,3]' --input 'box:int64[2]'
#~ call x=ramp(6, 3), box=[0, 3]
#~ call x=ramp(6, 3), box=[2, 9]
#~ call x=ramp(1, 3), box=[-1, 5]
#> --class Rank --input 'x:float32[N,6]'
#~ call N=0
#~ call N=1
#~ call N=4
#! nnscan: warning: the rank of output `output_2` is not known: the model runs, but onnx's own checker asks for it

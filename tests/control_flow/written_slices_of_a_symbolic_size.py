import torch
from torch import nn


class NegIndex(nn.Module):
    def forward(self, x):
        y = x.new_zeros(x.shape[0], x.shape[0])
        y[1:-1, 2:] = 3
        y[-1] += 2
        y[:, 0] = x[:, 0]
        return y.t().contiguous().view(-1), x[-2:], x[..., None, -1]


class InputInplace(nn.Module):
    def forward(self, x):
        y = x
        y += 1
        v = x.view(-1)
        v[0] = 7
        return x * 1, y


#> --class NegIndex --input 'x:float32[N,4]'
#~ call x=ramp(1, 4)
#~ call x=ramp(3, 4)
#~ call x=ramp(5, 4)
#> --class InputInplace --input 'x:float32[N,4]'
#~ call x=ramp(3, 4)
#~ call x=ramp(1, 4)

import torch
from torch import nn


class Shapes(nn.Module):
    def forward(self, x):
        if x.mean() > 0:
            y = x[:, :2]
        else:
            y = x
        return y + 1


class Ranks(nn.Module):
    def forward(self, x):
        if x.mean() > 0:
            return x.sum(1)
        return x


#> --class Shapes --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class Ranks --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)
#! nnscan: warning: the rank of output `output_0` is not known: the model runs, but onnx's own checker asks for it

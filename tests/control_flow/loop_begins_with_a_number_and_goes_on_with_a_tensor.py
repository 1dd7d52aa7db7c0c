import torch
from torch import nn


class Zero(nn.Module):
    def forward(self, x):
        acc = 0
        for row in x:
            acc = acc + row
        return acc + x.sum()


#> --class Zero --input 'x:float32[N,3]'
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(2,3) * 40)
#~ call x=torch.sin(ramp(5,3) * 40)
#~ call x=torch.sin(ramp(0,3) * 40)
#! nnscan: warning: the rank of output `output_0` is not known: the model runs, but onnx's own checker asks for it

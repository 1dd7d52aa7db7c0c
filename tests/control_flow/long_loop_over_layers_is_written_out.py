import torch
from torch import nn


class LongLayers(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(2, 2) for _ in range(40)])

    def forward(self, x):
        for i in range(40):
            x = torch.tanh(self.layers[i](x))
        for layer in self.layers:
            x = layer(x)
        return x


#> --class LongLayers --input 'x:float32[N,2]' --max-unroll 10
#~ call x=ramp(1,2)
#~ call x=ramp(4,2)

import torch
from torch import nn


class EarlyExitLayers(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(4, 4) for _ in range(3)])

    def forward(self, x):
        i = 0
        while i < len(self.layers):
            x = self.layers[i](x)
            if x.abs().max() < 0.4:
                break
            i += 1
        return x, i


#> --class EarlyExitLayers --input 'x:float32[N,4]'
#~ untaken 9 not all of it can be reached
#~ call x=torch.sin(ramp(1,4) * 40)
#~ call x=torch.sin(ramp(2,4) * 40)*0

import torch
from torch import nn


class Unrolled(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Linear(4, 4) for _ in range(3))

    def forward(self, x):
        for i, layer in enumerate(self.layers):
            y = layer(x)
            if y.mean() > 0:
                x = y
            else:
                x = x - i
        return x


#> --class Unrolled --input 'x:float32[N,4]'
#~ init for m, s in zip(model.layers, (9, -9, 9)): m.weight.data = torch.eye(4) * s; m.bias.data *= .01
#~ call x=ramp(2, 4) + 1
#~ call x=-ramp(1, 4) - 1
#~ call x=full(0.05, 3, 4)

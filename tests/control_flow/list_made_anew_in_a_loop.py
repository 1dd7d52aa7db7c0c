import torch
from torch import nn


class ListAnew(nn.Module):
    def __init__(self):
        super().__init__()
        self.cells = nn.ModuleList([nn.GRUCell(4, 4), nn.GRUCell(4, 4)])

    def forward(self, x):
        hs = [torch.zeros(2, 4) for _ in self.cells]
        for t in range(x.size(1)):
            inp = x[:, t]
            new = []
            for h, cell in zip(hs, self.cells):
                inp = cell(inp, h)
                new.append(inp)
            hs = new
        return tuple(hs)


#> --class ListAnew --input 'x:float32[2,T,4]'
#~ call x=torch.sin(ramp(2,0,4) * 40)
#~ call x=torch.sin(ramp(2,1,4) * 40)
#~ call x=torch.sin(ramp(2,5,4) * 40)

import torch
from torch import nn


class NoneFirst(nn.Module):
    def __init__(self):
        super().__init__()
        self.a, self.b = nn.Linear(3, 3), nn.Linear(3, 3)

    def forward(self, x):
        h = None
        out = []
        for i in range(x.shape[0]):
            row = x[i]
            if h is None:
                h = self.a(row)
            else:
                h = torch.tanh(self.b(h) + row)
            out.append(h)
        return torch.stack(out)


class LastToo(NoneFirst):
    def forward(self, x):
        h = None
        for i in range(x.shape[0]):
            h = self.a(x[i]) if h is None else self.b(h)
        return h


#> --class NoneFirst --input 'x:float32[N,3]'
#~ untaken 9 no rows make an empty list, which PyTorch does not stack
#~ call x=torch.sin(ramp(1,3) * 40)
#~ call x=torch.sin(ramp(2,3) * 40)
#~ call x=torch.sin(ramp(5,3) * 40)

#> --class LastToo --input 'x:float32[N,3]'

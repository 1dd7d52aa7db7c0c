import torch
from torch import nn


class Router(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(4, 3)

    def forward(self, x):
        k = self.gate(x).mean(0).argmax()
        if k == 0:
            return x + 1
        elif k == 1:
            return x * 2
        return x.tanh()


#> --class Router --input 'x:float32[N,4]'
#~ init model.gate.weight.data.copy_(torch.eye(4)[:3]); model.gate.bias.data.copy_(torch.tensor([.01, .02, .03]))
#~ call x=tensor([[5., 0, 0, 0]])
#~ call x=tensor([[0., 5, 0, 0], [0, 5, 0, 1]])
#~ call x=tensor([[0., 0, 5, 0]])

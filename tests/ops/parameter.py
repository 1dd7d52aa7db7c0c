import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(4))
        self.shift = torch.nn.parameter.Parameter(torch.zeros(1, 4), requires_grad=False)
        self.register_parameter('power', nn.Parameter(torch.tensor(2.0)))
        self.register_parameter('bias', None)
        self.tied = self.scale

    def forward(self, x):
        y = x * self.scale + self.shift
        if self.bias is not None:
            y = y + self.bias
        return y * self.tied.sum() * self.power, self.scale.requires_grad, self.shift.requires_grad


class Written(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(3, 4))
        with torch.no_grad():
            self.weight[0] = 0
            self.weight[1:].fill_(2)
        self.weight.data = self.weight.data * 2

    def forward(self, x):
        return x @ self.weight.t()


#> --class Spellings --input 'x:float32[N,4]'
#> --class Written --input 'x:float32[N,4]'

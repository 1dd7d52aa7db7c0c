import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.scales = nn.ParameterList([nn.Parameter(torch.ones(4)) for _ in range(2)])
        self.scales.append(nn.Parameter(torch.zeros(4)))
        self.scales.extend([torch.full((4,), 2.0)])
        self.scales[0] = nn.Parameter(torch.full((4,), 3.0))

    def forward(self, x):
        for i, scale in enumerate(self.scales):
            x = x * scale + i
        return x * self.scales[-1], len(self.scales), x + self.scales[1:3][0]


class Missing(nn.Module):
    def forward(self, x):
        return x * nn.ParameterList([])[0]


#> --class Spellings --input 'x:float32[N,4]'
#> --class Missing --input 'x:float32[N,4]'
#= 1
#! parameter_list.py:21:20: error[NN202]: `forward` raises `IndexError: index 0 is out of range`
#!             return x * nn.ParameterList([])[0]
#!                        ^~~~~~~~~~~~~~~~~~~~~~~

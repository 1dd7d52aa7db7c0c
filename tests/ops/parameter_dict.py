import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.scales = nn.ParameterDict({'a': nn.Parameter(torch.ones(4))})
        self.scales['b'] = nn.Parameter(torch.zeros(4))
        self.scales.update({'c': nn.Parameter(torch.full((4,), 2.0))})

    def forward(self, x):
        for name, scale in self.scales.items():
            x = x * scale if name in ('a', 'c') else x + scale
        return (x, len(self.scales), 'b' in self.scales,
                list(self.scales.keys()) == ['a', 'b', 'c'], sum(self.scales.values()))


class Missing(nn.Module):
    def forward(self, x):
        return x * nn.ParameterDict({})['a']


#> --class Spellings --input 'x:float32[N,4]'
#> --class Missing --input 'x:float32[N,4]'
#= 1
#! parameter_dict.py:21:20: error[NN202]: `forward` raises `KeyError: 'a'`
#!             return x * nn.ParameterDict({})['a']
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~

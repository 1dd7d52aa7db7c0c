"""The sizes of a new tensor by their keyword."""
import torch
from torch import nn


class New(nn.Module):
    def __init__(self):
        super().__init__()
        self.drawn = nn.Parameter(torch.rand(size=(2, 4)) + torch.randn(size=[4]))

    def forward(self, x):
        made = [torch.zeros(size=(2, 3)), torch.ones(size=[2], dtype=torch.int64),
                torch.zeros(size=x.shape), x.new_zeros(size=(2,)), x.new_ones(size=(x.shape[0], 2)),
                torch.empty(size=(2, 1)).fill_(3.0), x.new_empty(size=x.shape).zero_(),
                torch.zeros(()), self.drawn]
        return made, x


class Twice(nn.Module):
    def forward(self, x):
        return x + torch.zeros(2, size=(2,))


#> --class New --input 'x:float32[N,4]'
#> --class Twice --input 'x:float32[N,2]'
#= 1
#! size_argument.py:21:20: error[NN202]: `forward` raises `TypeError: got multiple values for argument 'size'`
#!             return x + torch.zeros(2, size=(2,))
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~

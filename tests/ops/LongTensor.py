"""The old constructors: of a list, or of sizes, whose contents nobody knows."""
import numpy as np
import torch
from torch import nn


class Lists(nn.Module):
    def forward(self, x):
        return (torch.LongTensor([1, 2]) + x[:1].long(), torch.FloatTensor([[1, 2.5]]),
                torch.IntTensor([3]), torch.ByteTensor([1, 0]), torch.BoolTensor([True]),
                torch.DoubleTensor([0.5]), torch.HalfTensor([0.5]),
                torch.FloatTensor(np.array([1.0, 2.0], dtype=np.float32)), torch.LongTensor([]),
                torch.ShortTensor((1, 2)), torch.CharTensor([1]))


class Sizes(nn.Module):
    def forward(self, x):
        return (torch.FloatTensor(2, 3).fill_(1), torch.LongTensor(2).zero_(),
                torch.FloatTensor(x.size()).copy_(x), torch.IntTensor(1, 2).fill_(7),
                torch.ByteTensor(2).zero_())


class Kinds(nn.Module):
    def forward(self, x):
        return x.long() if isinstance(x, torch.FloatTensor) else x, isinstance(x, torch.LongTensor)


class Ragged(nn.Module):
    def forward(self, x):
        return x + torch.FloatTensor([[1], [2, 3]])


#> --class Lists --input 'x:float32[N]'
#> --class Sizes --input 'x:float32[N]'
#> --class Kinds --input 'x:float32[N]'
#> --class Kinds --input 'x:int32[N]'
#> --class Ragged --input 'x:float32[N]'
#= 1
#! LongTensor.py:30:20: error[NN202]: `forward` raises `ValueError: expected sequence of length 1 at dim 1 (got 2)`
#!             return x + torch.FloatTensor([[1], [2, 3]])
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

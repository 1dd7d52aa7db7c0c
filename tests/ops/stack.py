import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.stack([x, y]), torch.stack((x, y), 1), torch.stack([x, y, x], dim=-1),
                torch.stack(tensors=[x], dim=-2), torch.stack([x.sum(), y.sum()]))


class Promoted(nn.Module):
    def forward(self, x, n):
        return (torch.stack([x, n.float()]), torch.stack([x[:, 0], x[:, 1]], 1),
                torch.stack([row * i for i, row in enumerate(x.unbind(1))]))


class Sizes(nn.Module):
    def forward(self, x, y):
        return torch.stack([x, y], 0)


class Range(nn.Module):
    def forward(self, x):
        return torch.stack([x, x], 2)


class Out(nn.Module):
    def forward(self, x):
        return torch.stack([x, x], out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:bool[2,3]' --input 'y:bool[2,3]'
#> --class Promoted --input 'x:float32[N,2]' --input 'n:int64[N,2]'
#> --class Sizes --input 'x:float32[2,3]' --input 'y:float32[3,2]'
#= 1
#! stack.py:19:16: error[NN401]: `forward` raises `RuntimeError: stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [3, 2] at entry 1`
#!             return torch.stack([x, y], 0)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#> --class Range --input 'x:float32[N]'
#= 1
#! stack.py:24:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-2, 1], but got 2)`
#!             return torch.stack([x, x], 2)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[N,3]'
#= 1
#! stack.py:29:16: error[NN302]: `torch.stack`: `out=` is not supported
#!             return torch.stack([x, x], out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

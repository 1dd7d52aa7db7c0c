import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.tensor_split(x, 3, dim=1), x.tensor_split((1, 4), 1), x.tensor_split(2, -1),
                torch.tensor_split(x, [2], 1), x.hsplit(2), torch.vsplit(x.t(), 3))


class Indices(nn.Module):
    def forward(self, x):
        first, rest = torch.tensor_split(x, indices=(1,), dim=1)
        a, b, c, d = x.tensor_split([2, 3, 3], -1)
        *_, last = torch.tensor_split(x, (1, -1), 1)
        return first, rest, a, b, c, d, last


class Sections(nn.Module):
    def forward(self, x):
        a, b, c = torch.tensor_split(x, sections=3, dim=1)
        d, e = torch.tensor_split(x, 2, 1)
        f, g = torch.tensor_split(x, tensor_indices_or_sections=torch.tensor([4]), dim=1)
        return a, b, c, d, e, f, g


class Zero(nn.Module):
    def forward(self, x):
        return x.tensor_split(0, 1)


#> --class Indices --input 'x:float32[N,7]'
#> --class Sections --input 'x:float32[N,7]'
#> --class Sections --input 'x:float32[3,N]'
#~ with N=(1, 7, 5)
#> --class Spellings --input 'x:float32[N,6]'
#> --class Spellings --input 'x:int64[1,6]'
#> --class Zero --input 'x:float32[N,4]'
#= 1
#! tensor_split.py:29:16: error[NN401]: `forward` raises `RuntimeError: split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 1), but got split_sizes=[]`
#!             return x.tensor_split(0, 1)
#!                    ^~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.tensor_split(x, 3, dim=1), x.tensor_split((1, 4), 1), x.tensor_split(2, -1),
                torch.tensor_split(x, [2], 1), x.hsplit(2), torch.vsplit(x.t(), 3))


class Zero(nn.Module):
    def forward(self, x):
        return x.tensor_split(0, 1)


#> --class Spellings --input 'x:float32[N,6]'
#> --class Spellings --input 'x:int64[1,6]'
#> --class Zero --input 'x:float32[N,4]'
#= 1
#! tensor_split.py:13:16: error[NN401]: `forward` raises `RuntimeError: split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 1), but got split_sizes=[]`
#!             return x.tensor_split(0, 1)
#!                    ^~~~~~~~~~~~~~~~~~~~

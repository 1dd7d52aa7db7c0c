import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.split_with_sizes([1, 3], 1), torch.split_with_sizes(x, (2, 2), dim=-1),
                x.split_with_sizes([x.size(0)]))


class Sizes(nn.Module):
    def forward(self, x):
        return x.split_with_sizes([1, 2], 1)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Sizes --input 'x:float32[N,4]'
#= 1
#! split_with_sizes.py:13:16: error[NN401]: `forward` raises `RuntimeError: split_with_sizes expects split_sizes to sum exactly to 4 (input tensor's size at dimension 1), but got split_sizes=[1, 2]`
#!             return x.split_with_sizes([1, 2], 1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~

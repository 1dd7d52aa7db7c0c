import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.empty_like(x).fill_(3),
                torch.empty_like(input=x, dtype=torch.bool).fill_(True),
                torch.empty_like(x[:, :1], device=x.device).zero_(),
                torch.empty_like(x).copy_(x * 2))


class Layout(nn.Module):
    def forward(self, x):
        return torch.empty_like(x, layout=torch.sparse_coo)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Layout --input 'x:float32[3]'
#= 1
#! empty_like.py:15:16: error[NN602]: `torch.empty_like`: the layout torch.sparse_coo has no counterpart in ONNX
#!             return torch.empty_like(x, layout=torch.sparse_coo)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

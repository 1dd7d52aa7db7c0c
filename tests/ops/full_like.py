import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.full_like(x, 3),
                torch.full_like(input=x, fill_value=1.5, dtype=torch.float64),
                torch.full_like(x[:, :1], -1, device=x.device), torch.full_like(x.sum(), 2),
                torch.full_like(x, x.size(0)))


class Layout(nn.Module):
    def forward(self, x):
        return torch.full_like(x, 1, layout=torch.sparse_coo)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Layout --input 'x:float32[3]'
#= 1
#! full_like.py:15:16: error[NN602]: `torch.full_like`: the layout torch.sparse_coo has no counterpart in ONNX
#!             return torch.full_like(x, 1, layout=torch.sparse_coo)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

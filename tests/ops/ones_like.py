import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.ones_like(x), torch.ones_like(input=x, dtype=torch.bool),
                torch.ones_like(x[:, :1], device=x.device), torch.ones_like(x.sum()),
                torch.ones_like(x, dtype=torch.float16))


class Layout(nn.Module):
    def forward(self, x):
        return torch.ones_like(x, layout=torch.sparse_coo)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:bool[2,3]'
#> --class Layout --input 'x:float32[3]'
#= 1
#! ones_like.py:14:16: error[NN602]: `torch.ones_like`: the layout torch.sparse_coo has no counterpart in ONNX
#!             return torch.ones_like(x, layout=torch.sparse_coo)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

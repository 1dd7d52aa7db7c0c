import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.zeros_like(x), torch.zeros_like(input=x, dtype=torch.int64),
                torch.zeros_like(x[:, :1], device=x.device),
                torch.zeros_like(x, requires_grad=False, memory_format=torch.preserve_format),
                torch.zeros_like(x.sum()), torch.zeros_like(x > 0))


class Layout(nn.Module):
    def forward(self, x):
        return torch.zeros_like(x, layout=torch.sparse_coo)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Layout --input 'x:float32[3]'
#= 1
#! zeros_like.py:15:16: error[NN602]: `torch.zeros_like`: the layout torch.sparse_coo has no counterpart in ONNX
#!             return torch.zeros_like(x, layout=torch.sparse_coo)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

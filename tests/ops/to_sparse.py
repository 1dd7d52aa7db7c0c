import torch
from torch import nn


class Kept(nn.Module):
    """A sparse buffer that `forward` has no use for, or makes dense first."""

    def __init__(self):
        super().__init__()
        heads = torch.zeros(2, 3, dtype=torch.bool)
        heads[1:] = True
        self.register_buffer('heads', heads.to_sparse(), persistent=False)

    def forward(self, x):
        return x * self.heads.to_dense().float(), self.heads.indices() + 1, self.heads.shape[0]


class Multiplied(nn.Module):
    def forward(self, x):
        return x.to_sparse() @ x.t()


#> --class Kept --input 'x:float32[N,2,3]'
#> --class Multiplied --input 'x:float32[2,3]'
#= 1
#! to_sparse.py:20:16: error[NN602]: `torch.sparse_operation`: sparse tensors have no counterpart in ONNX
#!             return x.to_sparse() @ x.t()
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: compute with the dense tensor

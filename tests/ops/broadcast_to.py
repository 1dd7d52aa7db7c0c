import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.broadcast_to(x, (2, 3)), x.broadcast_to(4, 3), x.broadcast_to(y.shape),
                torch.broadcast_tensors(x, y), x.broadcast_to((y.size(0), 3)))


class Wrong(nn.Module):
    def forward(self, x):
        return x.broadcast_to(2, 4)


#> --class Spellings --input 'x:float32[1,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:int64[3]' --input 'y:float32[N,3]'
#> --class Wrong --input 'x:float32[2,3]'
#= 1
#! broadcast_to.py:13:16: error[NN401]: `forward` raises `RuntimeError: The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [2, 4].  Tensor sizes: [2, 3]`
#!             return x.broadcast_to(2, 4)
#!                    ^~~~~~~~~~~~~~~~~~~~

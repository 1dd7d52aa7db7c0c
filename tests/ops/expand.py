import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (x.expand(4, 3, 2), x.expand(-1, -1, 5), x.expand((2, 3, 3, 1)),
                x.expand(y.size(0), -1, y.size(2)), x.expand_as(y), x.expand(y.shape),
                x.expand(torch.Size([1, 3, 1])), x[0, 0].expand(3), x.sum().expand(2, 2),
                x.expand(*y.shape[:-1], -1))


class Symbolic(nn.Module):
    def forward(self, x, y):
        return (y[:, None].expand(-1, x.size(0), -1),
                y.unsqueeze(1).expand(y.size(0), 3, y.size(1)),
                torch.zeros(1, 4).expand(x.size(0), 4))


class Added(nn.Module):
    def forward(self, x):
        return x + torch.zeros(1).expand(x.shape), torch.broadcast_to(x, (2, *x.shape))


class Wrong(nn.Module):
    def forward(self, x):
        return x.expand(2, 4)


class Fewer(nn.Module):
    def forward(self, x):
        return x.expand(3)


#> --class Spellings --input 'x:float32[1,3,1]' --input 'y:float32[N,3,M]'
#> --class Spellings --input 'x:bool[1,3,1]' --input 'y:float32[2,3,2]'
#> --class Symbolic --input 'x:float32[N]' --input 'y:float32[M,2]'
#> --class Added --input 'x:float32[N,3]'
#> --class Wrong --input 'x:float32[2,3]'
#= 1
#! expand.py:27:16: error[NN401]: `forward` raises `RuntimeError: The expanded size of the tensor (4) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [2, 4].  Tensor sizes: [2, 3]`
#!             return x.expand(2, 4)
#!                    ^~~~~~~~~~~~~~
#> --class Fewer --input 'x:float32[N,3]'
#= 1
#! expand.py:32:16: error[NN401]: `forward` raises `RuntimeError: expand([3]): the number of sizes provided (1) must be greater or equal to the number of dimensions in the tensor (2)`
#!             return x.expand(3)
#!                    ^~~~~~~~~~~

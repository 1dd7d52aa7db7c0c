import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.matmul(x, y), x @ y, x.matmul(y), torch.matmul(x, y[0]),
                torch.matmul(x[0], y), x[:, 0] @ y[0, :, 0], x[0, 0] @ y[0], y[0].t() @ x[0, 0],
                x[0, 0] @ x[0, 0])


class Batched(nn.Module):
    def forward(self, x, y):
        return (torch.bmm(x, y), x.bmm(y), torch.mm(x[0], y[0]), x[0].mm(y[0]),
                torch.mv(x[0], y[0, :, 0]), torch.dot(x[0, 0], y[0, :, 0]),
                torch.linalg.matmul(x, y))


class InPlace(nn.Module):
    def forward(self, x, y):
        x = x * 1
        x @= y
        return x


class Broadcast(nn.Module):
    def forward(self, x, y):
        return x @ y, torch.matmul(x, y[0]), torch.matmul(y.transpose(-1, -2), x[0, 0, 0])


class Sizes(nn.Module):
    def forward(self, x, y):
        return x @ y


class Types(nn.Module):
    def forward(self, x, n):
        return x @ n


class Rank(nn.Module):
    def forward(self, x):
        return torch.bmm(x, x)


class Out(nn.Module):
    def forward(self, x):
        return torch.matmul(x, x, out=x)


#> --class Spellings --input 'x:float32[N,2,3]' --input 'y:float32[N,3,4]'
#> --class Spellings --input 'x:float64[2,2,3]' --input 'y:float64[1,3,2]'
#> --class Spellings --input 'x:int64[2,2,3]' --input 'y:int64[2,3,2]'
#> --class Batched --input 'x:float32[N,2,3]' --input 'y:float32[N,3,M]'
#> --class InPlace --input 'x:float32[N,3,3]' --input 'y:float32[3,3]'
#> --class Broadcast --input 'x:float32[N,1,2,3]' --input 'y:float32[M,3,2]'
#> --class Sizes --input 'x:float32[2,3]' --input 'y:float32[4,2]'
#= 1
#! matmul.py:33:16: error[NN401]: `forward` raises `RuntimeError: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x2)`
#!             return x @ y
#!                    ^~~~~
#> --class Types --input 'x:float32[2,3]' --input 'n:int64[3,2]'
#= 1
#! matmul.py:38:16: error[NN404]: `forward` raises `RuntimeError: expected m1 and m2 to have the same dtype, but got: float != long int`
#!             return x @ n
#!                    ^~~~~
#!   hint: bring both to one dtype: `.to(torch.int64)`
#> --class Rank --input 'x:float32[2,3]'
#= 1
#! matmul.py:43:16: error[NN401]: `forward` raises `RuntimeError: batch1 and batch2 must be 3D tensors: expected 3D and 3D tensors, but got 2D and 2D`
#!             return torch.bmm(x, x)
#!                    ^~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3,3]'
#= 1
#! matmul.py:48:16: error[NN302]: `torch.matmul`: `out=` is not supported
#!             return torch.matmul(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.permute(2, 0, 1), x.permute((0, 2, 1)), x.permute(-1, 0, -2),
                torch.permute(x, (1, 2, 0)), torch.permute(x, dims=[0, 1, 2]),
                x.permute(dims=(2, 1, 0)))


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        x.permute(1, 0)[1] = 3
        y = x.permute(1, 0)
        x[0] += 1
        return x, y


class Scalar(nn.Module):
    def forward(self, x):
        return x.sum().permute([])


class Wrong(nn.Module):
    def forward(self, x):
        return x.permute(0, 0)


#> --class Spellings --input 'x:float32[N,3,M]'
#> --class Spellings --input 'x:int64[2,N,3]'
#> --class Views --input 'x:float32[N,2]'
#> --class Scalar --input 'x:float32[N]'
#> --class Wrong --input 'x:float32[N,2]'
#= 1
#! permute.py:28:16: error[NN401]: `forward` raises `RuntimeError: permute(): duplicate dims are not allowed.`
#!             return x.permute(0, 0)
#!                    ^~~~~~~~~~~~~~~

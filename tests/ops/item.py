import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, n):
        return (x.sum().item(), x[0].item() * 2, n.max().item() + 1, x * n[0].item(),
                torch.tensor(3).item(), (x > 0).any().item())


class Sizes(nn.Module):
    def forward(self, x, n):
        k = n.item()
        return x[:k], torch.zeros(k), x.new_ones(k, 2)


class Branch(nn.Module):
    def forward(self, x):
        if x.sum().item() > 0:
            return x + 1
        return x - 1


class Many(nn.Module):
    def forward(self, x):
        return x.item()


#> --class Spellings --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Sizes --input 'x:float32[N]' --input 'n:int64[]'
#> --class Branch --input 'x:float32[N]'
#> --class Many --input 'x:float32[2]'
#= 1
#! item.py:26:16: error[NN202]: `forward` raises `ValueError: only one element tensors can be converted to Python scalars`
#!             return x.item()
#!                    ^~~~~~~~

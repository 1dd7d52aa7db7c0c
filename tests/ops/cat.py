import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return (torch.cat([x, y]), torch.cat((x, y), 1), torch.cat([x, y, x], dim=-1),
                torch.concat([x, y], dim=0), torch.cat(tensors=[x], dim=1),
                torch.cat([x, x.new_zeros(0)], 0))


class Newer(nn.Module):
    """`torch.concatenate` came after torch 1.13."""

    def forward(self, x, y):
        concatenate = torch.concatenate if hasattr(torch, 'concatenate') else torch.cat
        return concatenate([x, y], dim=1), concatenate((x, y), 0)


class Promoted(nn.Module):
    def forward(self, x, n):
        return torch.cat([x, n]), torch.cat([n, n.int()]), torch.cat([n > 1, n])


class Rows(nn.Module):
    def forward(self, x):
        return (torch.cat([row for row in x.unbind(1)]), torch.cat(list(x.split(1, 1)), 1),
                torch.cat([x[:, :0], x], 1))


class Sizes(nn.Module):
    def forward(self, x, y):
        return torch.cat([x, y], 0)


class Tensor(nn.Module):
    def forward(self, x):
        return torch.cat(x)


class Nothing(nn.Module):
    def forward(self, x):
        return torch.cat([])


class Out(nn.Module):
    def forward(self, x):
        return torch.cat([x, x], out=x)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]' --input 'y:int64[2,3]'
#> --class Newer --input 'x:float64[N,3]' --input 'y:float64[N,3]'
#> --class Promoted --input 'x:float32[N]' --input 'n:int64[M]'
#> --class Rows --input 'x:float32[N,3]'
#> --class Sizes --input 'x:float32[2,3]' --input 'y:float32[3,2]'
#= 1
#! cat.py:33:16: error[NN401]: `forward` raises `RuntimeError: Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list.`
#!             return torch.cat([x, y], 0)
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   hint: the shapes are [2, 3] and [3, 2]
#> --class Tensor --input 'x:float32[N,3]'
#= 1
#! cat.py:38:16: error[NN202]: `forward` raises `TypeError: torch.cat(): argument 'tensors' (position 1) must be tuple of Tensors, not Tensor`
#!             return torch.cat(x)
#!                    ^~~~~~~~~~~~
#> --class Nothing --input 'x:float32[N,3]'
#= 1
#! cat.py:43:16: error[NN202]: `forward` raises `RuntimeError: torch.cat(): expected a non-empty list of Tensors`
#!             return torch.cat([])
#!                    ^~~~~~~~~~~~~
#> --class Out --input 'x:float32[N,3]'
#= 1
#! cat.py:48:16: error[NN302]: `torch.cat`: `out=` is not supported
#!             return torch.cat([x, x], out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

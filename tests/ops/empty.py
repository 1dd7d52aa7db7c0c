"""Its numbers are nobody's business, so that each is filled."""
import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.empty(2, 3).fill_(1), torch.empty((n, 2), dtype=torch.int64).zero_(),
                torch.empty(x.shape, device=x.device).copy_(x), x.new_empty(n, 1).fill_(2),
                x.new_empty((2,), dtype=torch.bool).fill_(True), torch.empty(0), torch.empty(n, 0))


class Written(nn.Module):
    def forward(self, x):
        out = torch.empty(x.size(0), 2)
        out[:, 0] = x
        out[:, 1] = x * 2
        return out


class Out(nn.Module):
    def forward(self, x):
        return torch.empty(3, out=x)


#> --class Spellings --input 'x:float32[N,2]'
#> --class Written --input 'x:float32[N]'
#> --class Out --input 'x:float32[3]'
#= 1
#! empty.py:24:16: error[NN302]: `torch.empty`: `out=` is not supported
#!             return torch.empty(3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

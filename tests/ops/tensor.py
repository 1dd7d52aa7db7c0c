import numpy as np
import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.shape[0]
        return (torch.tensor([1, 2]), torch.tensor([[1.5, 2]], dtype=torch.float64),
                torch.tensor(True), torch.tensor(3), torch.tensor([]),
                torch.tensor(np.ones((2, 2))), torch.tensor([n, 1]),
                torch.tensor(n, dtype=torch.float32), torch.tensor(x), x.new_tensor([1, 2]),
                x.new_tensor(np.arange(2), dtype=torch.int64),
                torch.tensor((0.1, 0.2), device=x.device, requires_grad=True))


class Items(nn.Module):
    """Numbers taken out of tensors and put together."""

    def forward(self, x):
        return torch.tensor([x[0].item(), 1.0, float(x[1])]), torch.tensor([v * 2 for v in [1, 2]])


class Ragged(nn.Module):
    def forward(self, x):
        return torch.tensor([[1, 2], [3]])


#> --class Spellings --input 'x:float32[N]'
#> --class Spellings --input 'x:int64[N]'
#> --class Items --input 'x:float32[3]'
#> --class Ragged --input 'x:float32[N]'
#= 1
#! tensor.py:26:16: error[NN202]: `forward` raises `ValueError: expected sequence of length 2 at dim 1 (got 1)`
#!             return torch.tensor([[1, 2], [3]])
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y: list):
        total = x * 0
        for item in (x, 1, None, 'text', y[0], self, nn.Parameter(torch.ones(1))):
            if torch.is_tensor(item) and isinstance(item, torch.Tensor):
                total = total + item
        return total, torch.is_tensor(x), torch.is_tensor(x.shape), torch.is_tensor(y)


#> --class Spellings --input 'x:float32[N]' --input 'y.0:float32[N]'

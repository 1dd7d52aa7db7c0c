"""A list takes what a generator gives one by one, and the generator sees the list grow."""
import torch
from torch import nn


class Chain(nn.Module):
    """Each layer takes what the one before gave."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList(nn.Conv1d(4, 4, 3, padding=1) for _ in range(3))

    def forward(self, x):
        y = list(x.chunk(2, 1))
        y.extend(layer(y[-1]) for layer in self.layers)
        y += (layer(y[-1]) for layer in self.layers[:2])
        return torch.cat(y, 1)


#> --class Chain --input 'x:float32[N,8,L]'

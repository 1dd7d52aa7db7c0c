import numpy as np
import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('grid', torch.from_numpy(np.arange(6).reshape(2, 3)).float())
        self.register_buffer('wave', torch.from_numpy(np.sin(np.linspace(0, 1, 3))))

    def forward(self, x):
        return (x @ self.grid, x.double().sum() + self.wave,
                torch.from_numpy(np.array([1, 2], dtype=np.int32)) + 1,
                torch.from_numpy(np.eye(2, dtype=np.float32)) @ x[:2].mean(0))


class Lists(nn.Module):
    def forward(self, x):
        return x + torch.from_numpy([1.0])


#> --class Spellings --input 'x:float32[N,2]'
#> --class Lists --input 'x:float32[N]'
#= 1
#! from_numpy.py:20:20: error[NN202]: `forward` raises `TypeError: expected np.ndarray (got list)`
#!             return x + torch.from_numpy([1.0])
#!                        ^~~~~~~~~~~~~~~~~~~~~~~

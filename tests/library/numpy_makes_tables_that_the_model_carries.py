import numpy as np
import torch
from torch import nn


def sincos_2d(dim, size):
    h, w = np.arange(size, dtype=np.float32), np.arange(size, dtype=np.float32)
    grid = np.stack(np.meshgrid(w, h), axis=0).reshape([2, 1, size, size])
    parts = []
    for axis in grid:
        omega = np.arange(dim // 4, dtype=np.float64)
        omega /= dim / 4.0
        omega = 1.0 / 10000 ** omega
        out = np.einsum("m,d->md", axis.reshape(-1), omega) if False else np.outer(axis.reshape(-1), omega)
        parts.append(np.concatenate([np.sin(out), np.cos(out)], axis=1))
    return np.concatenate(parts, axis=1)


class Positions(nn.Module):
    def __init__(self, dim=8, size=3):
        super().__init__()
        self.pos = nn.Parameter(torch.zeros(1, size * size, dim), requires_grad=False)
        self.pos.data.copy_(torch.from_numpy(sincos_2d(dim, size)).float().unsqueeze(0))
        table = np.array([[p / np.power(100, 2 * (j // 2) / dim) for j in range(dim)] for p in range(5)])
        table[:, 0::2] = np.sin(table[:, 0::2])
        table[:, 1::2] = np.cos(table[:, 1::2])
        self.register_buffer("table", torch.FloatTensor(table))
        self.scale = np.sqrt(dim)
        gaps = np.diff([1, 4, 9]), np.diff(np.array([[1., 2., 4.], [1., 5., 2.]]), n=2), np.diff([[1, 2], [5, 9]], axis=0)
        self.register_buffer("gaps", torch.cat([torch.tensor(gap).float().reshape(-1) for gap in gaps]))
        self.steps = [x.item() for x in np.linspace(0, 0.5, 3)]
        self.width = int(np.prod(self.pos.shape[1:]))

    def forward(self, x):
        x = x / self.scale + self.pos + self.table[1]
        for step in self.steps:
            x = x * (1 + step)
        return x + self.width, self.gaps


class Shift(nn.Module):
    """A kernel made of numbers, as filters for blurring are."""

    def __init__(self):
        super().__init__()
        a = np.array([1.0, 2.0, 1.0])
        kernel = torch.Tensor(a[:, None] * a[None, :])
        self.register_buffer("kernel", kernel / torch.sum(kernel))
        self.mean = torch.tensor(np.array([0.5, 0.25], dtype=np.float32)).view(1, 2, 1, 1)

    def forward(self, x):
        x = nn.functional.conv2d(x, self.kernel[None, None].repeat(2, 1, 1, 1), padding=1, groups=2)
        return x - self.mean.to(x)


class Draws(nn.Module):
    def forward(self, x):
        return x * np.random.rand()


#> --class Positions --input 'x:float32[N,9,8]'
#> --class Shift --input 'x:float32[N,2,H,W]'
#> --class Draws --input 'x:float32[N]'
#= 1
#! numpy_makes_tables_that_the_model_carries.py:58:16: error[NN201]: `np.random.rand` draws random numbers
#!             return x * np.random.rand()
#!                    ^~~~~~~~~~~~~~~~~~~~
#!   note: numpy_makes_tables_that_the_model_carries.py:58:20: it comes from here
#!             return x * np.random.rand()
#!                        ^~~~~~~~~~~~~~~~
#!   hint: give the numbers as a buffer, by --weights, or as an argument

"""A model whose analysis stops in one side of a branch, in the first of three equal blocks."""
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(4, 4)

    def forward(self, x):
        y = self.lin(x)
        if y.sum() > 0:
            z = torch.linalg.eigh(y)[0]
            return z + 1
        return y * 2


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.blocks = nn.Sequential(*[Block() for _ in range(3)])
        self.head = nn.Linear(4, 2)

    def forward(self, x):
        return self.head(self.blocks(x))


class Unbuilt(nn.Module):
    """Its constructor stops: there is no graph at all."""

    def __init__(self):
        super().__init__()
        raise RuntimeError("no")

    def forward(self, x):
        return x

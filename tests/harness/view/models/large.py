"""Graphs of five thousand operators: in modules that are all different, and in none."""
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.inner = nn.Linear(width, 2 * width)
        self.outer = nn.Linear(2 * width, width)
        self.gate = nn.Linear(width, width)

    def forward(self, x):
        y = self.outer(torch.relu(self.inner(self.norm(x))))
        y = y * torch.sigmoid(self.gate(x)) + x
        for step in range(8):
            y = torch.tanh(y * 0.5 + step) - y
        return y + x


class Stage(nn.Module):
    def __init__(self, width, depth):
        super().__init__()
        self.widen = nn.Linear(width - 1, width)
        self.blocks = nn.Sequential(*[Block(width) for _ in range(depth)])

    def forward(self, x):
        return self.blocks(self.widen(x))


class Nested(nn.Module):
    """Stages of growing width: nothing but the blocks of one stage is alike."""

    def __init__(self, stages=31, depth=4):
        super().__init__()
        self.stages = nn.ModuleList([Stage(9 + i, depth) for i in range(stages)])

    def forward(self, x):
        for stage in self.stages:
            x = stage(x)
        return x


class Flat(nn.Module):
    def __init__(self, steps=1250):
        super().__init__()
        self.steps = steps

    def forward(self, x):
        kept = []
        for step in range(self.steps):
            kept.append(x)
            x = torch.tanh(x * (1.0 + step)) + kept[step // 97 * 97 if step % 13 == 0 else step - step % 5]
            x = x - step
        return x

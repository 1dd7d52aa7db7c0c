"""A loop on data with a branch in it."""
import torch
from torch import nn


class Refine(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = nn.Linear(4, 4)

    def forward(self, x):
        h = torch.zeros_like(x)
        while (x - h).abs().max() > 0.1:
            h = torch.tanh(self.cell(h)) + x
            if h.mean() > 2:
                h = h / 2
        return h

from functools import partial
import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, norm=partial(nn.LayerNorm, eps=1e-3)):
        super().__init__()
        self.norm = norm(4)
        self.act = partial(nn.functional.leaky_relu, negative_slope=0.2)
        self.first = partial(torch.add, alpha=2)

    def forward(self, x):
        pool = partial(torch.sum, dim=1)
        return (self.act(self.norm(x)), pool(x, keepdim=True), self.first(x, x),
                partial(x.mul, 3)(), self.act.keywords['negative_slope'])


#> --class Spellings --input 'x:float32[N,4]'

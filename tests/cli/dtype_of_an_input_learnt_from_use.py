"""Nothing is declared: what an input indexes or masks says its dtype."""
import torch
from torch import nn


class Tokens(nn.Module):
    def __init__(self):
        super().__init__()
        self.embedding = nn.Embedding(10, 4)

    def forward(self, ids: torch.Tensor, mask):
        ids = ids[:, 1:].reshape(-1, 2)
        x = self.embedding(ids).sum(1)
        return x.masked_fill(mask, 0.5)


class Picks(nn.Module):
    def forward(self, x, rows, chosen):
        return x.relu()[rows], torch.where(chosen, x, -x)


class Gathered(nn.Module):
    def forward(self, x: torch.Tensor, index):
        return torch.gather(x, 1, index.unsqueeze(1))


#~ with ids=integers(0, 10), ids_dim_0=(1, 2), ids_dim_1=5, mask_dim_0=(2, 4), mask_dim_1=4
#> --class Tokens --input 'x:float32[N]' --emit ssa

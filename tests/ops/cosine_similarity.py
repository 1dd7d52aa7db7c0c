import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.CosineSimilarity(dim=-1, eps=1e-6)

    def forward(self, x, y):
        return (F.cosine_similarity(x, y), torch.cosine_similarity(x, y, dim=-1),
                F.cosine_similarity(x, y, 0, 0.5), self.layer(x, y),
                F.cosine_similarity(x, y[:1], dim=1), F.cosine_similarity(x * 0, y))


class Range(nn.Module):
    def forward(self, x):
        return F.cosine_similarity(x, x, dim=1)


#> --class Spellings --input 'x:float32[N,3]' --input 'y:float32[N,3]'
#> --class Spellings --input 'x:float64[2,3]' --input 'y:float64[2,3]'
#> --class Range --input 'x:float32[N]'
#= 1
#! cosine_similarity.py:19:16: error[NN401]: `forward` raises `IndexError: Dimension out of range (expected to be in range of [-1, 0], but got 1)`
#!             return F.cosine_similarity(x, x, dim=1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

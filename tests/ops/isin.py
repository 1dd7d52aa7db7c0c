import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, tests):
        return (torch.isin(x, tests), torch.isin(x, tests, invert=True), torch.isin(x, 2),
                torch.isin(2, tests), torch.isin(x, tests, assume_unique=False))


#> --class Spellings --input 'x:int64[N,3]' --input 'tests:int64[M]'
#> --class Spellings --input 'x:float32[N]' --input 'tests:float32[2,2]'
#~ with x=integers(0, 3), tests=integers(0, 3)

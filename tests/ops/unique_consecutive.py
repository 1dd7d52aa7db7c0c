import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.unique_consecutive(x), x.unique_consecutive(return_inverse=True),
                torch.unique_consecutive(x, return_counts=True),
                torch.unique_consecutive(x, return_inverse=True, return_counts=True))


class Along(nn.Module):
    def forward(self, x):
        return (torch.unique_consecutive(x, dim=0),
                torch.unique_consecutive(x, return_inverse=True, return_counts=True, dim=-1))


#> --class Spellings --input 'x:int64[N,3]'
#~ with x=integers(0, 2)
#> --class Spellings --input 'x:float32[8]'
#~ with x=integers(0, 2)
#> --class Along --input 'x:int64[N,2]'
#~ with x=integers(0, 2)

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.tile(2), x.tile((2, 1)), torch.tile(x, (2, 1, 2)), x.tile(1, 3),
                x.tile(x.size(0), 1), torch.tile(x, dims=(3,)))


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]'

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size, indices=False):
        super().__init__()
        self.size = size, indices
        self.layer = nn.AdaptiveMaxPool1d(size, return_indices=indices)

    def forward(self, x):
        return self.layer(x), F.adaptive_max_pool1d(x, *self.size)


#> --class 'Spellings(1)' --input 'x:float32[N,3,L]'
#> --class 'Spellings(3)' --input 'x:float32[N,3,7]'
#> --class 'Spellings(2, True)' --input 'x:float32[3,6]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,L]'

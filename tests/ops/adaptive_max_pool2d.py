import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size, indices=False):
        super().__init__()
        self.size = size, indices
        self.layer = nn.AdaptiveMaxPool2d(size, return_indices=indices)

    def forward(self, x):
        return self.layer(x), F.adaptive_max_pool2d(x, *self.size)


#> --class 'Spellings(1)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings(3)' --input 'x:float32[N,3,6,9]'
#> --class 'Spellings((3, 2))' --input 'x:float32[N,3,7,5]'
#> --class 'Spellings((3, 7))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((None, 2))' --input 'x:float64[3,7,4]'
#> --class 'Spellings((2, 1))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings(2, True)' --input 'x:float32[N,3,4,6]'
#> --class 'Spellings((3, 2), True)' --input 'x:float32[N,2,7,5]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'

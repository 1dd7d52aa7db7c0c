import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.size = size
        self.layer = nn.AdaptiveAvgPool3d(size)

    def forward(self, x):
        return self.layer(x), F.adaptive_avg_pool3d(x, self.size)


#> --class 'Spellings(1)' --input 'x:float32[N,3,D,H,W]'
#> --class 'Spellings((2, None, 3))' --input 'x:float32[N,3,4,2,7]'
#> --class 'Spellings((1, 2, 2))' --input 'x:float32[2,3,4,5]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,D,2,2]'
#> --class 'Spellings((2, 3, 1))' --input 'x:float32[N,3,D,H,W]'

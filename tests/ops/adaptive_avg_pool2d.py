import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.size = size
        self.layer = nn.AdaptiveAvgPool2d(size)

    def forward(self, x):
        return (self.layer(x), F.adaptive_avg_pool2d(x, self.size),
                F.adaptive_avg_pool2d(input=x, output_size=self.size))


#> --class 'Spellings(1)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, 1))' --input 'x:float32[2,3,4]'
#> --class 'Spellings(3)' --input 'x:float32[N,3,6,9]'
#> --class 'Spellings((3, 2))' --input 'x:float32[N,3,7,5]'
#> --class 'Spellings((None, 2))' --input 'x:float32[N,3,7,5]'
#> --class 'Spellings((None, 1))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, None))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings(4)' --input 'x:float32[N,3,2,3]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((3, 7))' --input 'x:float32[N,3,H,5]'
#> --class 'Spellings((6, 5))' --input 'x:float64[N,3,H,W]'

import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, **options):
        super().__init__()
        self.options = options

    def forward(self, x, y):
        return (torch.cdist(x, y, **self.options),
                torch.cdist(x1=x, x2=y[..., :1, :], **self.options))


#> --class 'Spellings()' --input 'x:float32[N,3]' --input 'y:float32[M,3]'
#> --class 'Spellings(p=1.0)' --input 'x:float32[N,2,3]' --input 'y:float32[N,4,3]'
#> --class 'Spellings(p=3.0)' --input 'x:float64[2,3]' --input 'y:float64[4,3]'
#> --class 'Spellings(p=float("inf"))' --input 'x:float32[N,2,3]' --input 'y:float32[1,4,3]'
#> --class 'Spellings(p=2, compute_mode="donot_use_mm_for_euclid_dist")' \
#>     --input 'x:float32[2,3]' --input 'y:float32[4,3]'
#> --class 'Spellings(p=0.0)' --input 'x:float32[N,3]' --input 'y:float32[M,3]'
#~ with x=integers(0, 2), y=integers(0, 2)

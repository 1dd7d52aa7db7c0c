import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, reduction='mean'):
        super().__init__()
        self.reduction = reduction
        self.register_buffer('positive', torch.tensor([1.0, 2.0, 0.5, 3.0]))
        self.layer = nn.BCEWithLogitsLoss(reduction=reduction, pos_weight=self.positive)

    def forward(self, x, y, w):
        loss, reduction = F.binary_cross_entropy_with_logits, self.reduction
        return (loss(x, y), loss(x, y, weight=w, reduction=reduction),
                loss(x, y, pos_weight=self.positive, reduction=reduction), self.layer(x, y))


class Sizes(nn.Module):
    def forward(self, x, y):
        return F.binary_cross_entropy_with_logits(x, y)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[N,4]' --input 'w:float32[4]'
#~ with x=normal(0, 30)
#> --class 'Spellings("none")' --input 'x:float32[2,4]' --input 'y:float32[2,4]' \
#>     --input 'w:float32[2,4]'
#> --class 'Spellings("sum")' --input 'x:float32[N,4]' --input 'y:float32[N,4]' \
#>     --input 'w:float32[N,1]'
#> --class Sizes --input 'x:float32[3,4]' --input 'y:float32[3]'
#= 1
#! binary_cross_entropy_with_logits.py:21:16: error[NN401]: `forward` raises `RuntimeError: torch.nn.functional.binary_cross_entropy_with_logits: sizes 3 and 4 do not broadcast`
#!             return F.binary_cross_entropy_with_logits(x, y)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

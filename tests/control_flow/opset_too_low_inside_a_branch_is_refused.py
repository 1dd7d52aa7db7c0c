"""What the opset lacks is a refusal on every path, not an exception that a branch may be free of."""
import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            x = nn.functional.interpolate(x, size=(x.shape[3], x.shape[2]), mode='bilinear',
                                          antialias=True)
        return x.mean((2, 3))


#> --class Net --input 'x:float32[N,2,H,W]' --opset 17 -o -
#= 1
#! opset_too_low_inside_a_branch_is_refused.py:9:17: error[NN601]: `torch.nn.functional.interpolate`: `antialias` needs opset 18
#!                 x = nn.functional.interpolate(x, size=(x.shape[3], x.shape[2]), mode='bilinear',
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: try a higher one, e.g. --opset 20

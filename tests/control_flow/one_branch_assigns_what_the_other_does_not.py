import torch
from torch import nn


class Missing(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            scale = x.max()
            y = x * scale
        else:
            y = x
        return y + 1


class Used(nn.Module):
    def forward(self, x):
        if x.sum() > 0:
            scale = x.max()
        return x * scale


#> --class Missing --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class Used --input 'x:float32[N,4]'
#= 1
#! one_branch_assigns_what_the_other_does_not.py:19:16: error[NN204]: `scale` has no single value after the branch: it exists on one path only
#!             return x * scale
#!                    ^~~~~~~~~
#!   note: one_branch_assigns_what_the_other_does_not.py:17:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: give it a value on the other path as well, or before the branch

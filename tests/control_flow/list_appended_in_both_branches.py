import torch
from torch import nn


class Append(nn.Module):
    def forward(self, x):
        out = [x]
        if x.sum() > 0:
            out.append(x + 1)
        else:
            out.append(x - 1)
        return torch.cat(out, 1)


class OneSide(nn.Module):
    def forward(self, x):
        out = [x]
        if x.sum() > 0:
            out.append(x + 1)
        return torch.cat(out, 1)


#> --class Append --input 'x:float32[N,4]'
#~ call x=ramp(2, 4)
#~ call x=-ramp(1, 4)

#> --class OneSide --input 'x:float32[N,4]'
#= 1
#! list_appended_in_both_branches.py:20:16: error[NN501]: a list has no single value after the branch: it has 2 items on one path and 1 on the other
#!             return torch.cat(out, 1)
#!                    ^~~~~~~~~~~~~~~~~
#!   note: list_appended_in_both_branches.py:18:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#! list_appended_in_both_branches.py:20:16: error[NN502]: which elements a comprehension keeps depends on tensor data
#!             return torch.cat(out, 1)
#!                    ^~~~~~~~~~~~~~~~~
#!   hint: select with a mask or `torch.where` instead

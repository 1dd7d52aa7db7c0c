import torch
from torch import nn


class Sometimes(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            if row.sum() > 0:
                out.append(row)
        total = x.sum(0) * 0
        for row in out:
            total = total + row
        return total, len(out)


class OneOrTwo(nn.Module):
    def forward(self, x):
        out = [x[0]]
        for row in x[1:]:
            if row.sum() > 0:
                out.append(row * 2)
                out.append(row + 1)
            else:
                out.append(row - 1)
        return torch.stack(out), out[-1]


class BreaksFirst(nn.Module):
    def forward(self, x):
        out = []
        for i, row in enumerate(x):
            if row.sum() > 1:
                break
            out.append((row, i))
        kept = [row * i for row, i in out]
        return len(kept), sum(i for _, i in out)


#> --class Sometimes --input 'x:float32[N,4]'
#~ call x=ramp(0, 4)
#~ call x=ramp(1, 4) + 1
#~ call x=-ramp(1, 4) - 1
#~ call x=torch.sin(ramp(5, 4) * 30)
#~ call x=torch.sin(ramp(6, 4) * 47)

#> --class OneOrTwo --input 'x:float32[N,4]'
#~ call x=ramp(1, 4) + 1
#~ call x=ramp(2, 4) + 1
#~ call x=-ramp(2, 4) - 1
#~ call x=torch.sin(ramp(5, 4) * 30)

#> --class BreaksFirst --input 'x:float32[N,4]'
#~ call x=ramp(1, 4) + 1
#~ call x=-ramp(3, 4)
#~ call x=torch.sin(ramp(5, 4) * 30)
#= 1
#! list_filled_in_a_branch_of_a_loop.py:37:37: error[NN201]: `yield` inside a branch or loop on tensor data
#!             return len(kept), sum(i for _, i in out)
#!                                         ^~~~
#!   called from list_filled_in_a_branch_of_a_loop.py:37:27 in `BreaksFirst.forward`
#!   hint: collect what it gives in a list, and return that

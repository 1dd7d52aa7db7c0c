import torch
from torch import nn


class Maybe(nn.Module):
    def forward(self, x):
        out = [x]
        if x.sum() > 0:
            y = x * 2
            out.append(y)
            out.append(x + 1)
        out.append(x - 1)
        return torch.stack(out), torch.cat(out, 1), len(out), out[-1], out[0]


class MaybeOnly(nn.Module):
    def forward(self, x):
        out = []
        if x.sum() > 0:
            out.append(x)
        if x.max() > 2:
            out.append(x * 2)
        total = x * 0
        for item in out:
            total = total + item
        return total, len(out)


class WrittenLater(nn.Module):
    def forward(self, x):
        out = [x * 1]
        y = x + 2
        if x.sum() > 0:
            out.append(y)
        y += 1
        return torch.stack(out)


#> --class Maybe --input 'x:float32[N,4]'
#~ call x=ramp(1, 4)
#~ call x=-ramp(3, 4)

#> --class MaybeOnly --input 'x:float32[N,4]'
#~ call x=ramp(1, 4)
#~ call x=ramp(2, 4) * 9
#~ call x=-ramp(3, 4)
#~ call x=ramp(2, 4) * 9 - 7

#> --class WrittenLater --input 'x:float32[N,4]'
#~ call x=ramp(1, 4)
#~ call x=-ramp(3, 4)
#= 1
#! list_that_a_branch_may_fill.py:35:9: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!             y += 1
#!             ^~~~~~
#!   note: list_that_a_branch_may_fill.py:33:12: it comes from here
#!             if x.sum() > 0:
#!                ^~~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name


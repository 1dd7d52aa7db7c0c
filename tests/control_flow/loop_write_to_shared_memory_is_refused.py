import torch
from torch import nn


class InPlaceThenRebind(nn.Module):
    def forward(self, x, n):
        y = x.clone()
        keep = y
        for i in range(int(n)):
            y.add_(1)
            if y.sum() > 4:
                y = y * 0.5
        return y, keep


#> --class InPlaceThenRebind --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)
#= 1
#! loop_write_to_shared_memory_is_refused.py:10:13: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!                 y.add_(1)
#!                 ^~~~~~~~~
#!   note: loop_write_to_shared_memory_is_refused.py:9:18: it comes from here
#!             for i in range(int(n)):
#!                      ^~~~~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name

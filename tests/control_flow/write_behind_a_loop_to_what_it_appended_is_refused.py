import torch
from torch import nn


class AppendRebound(nn.Module):
    def forward(self, x, n):
        h = x * 1
        out = [h]
        for i in range(int(n)):
            h = h + 1
            out.append(h)
        h += 100
        return torch.stack(out), h


#> --class AppendRebound --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(0)
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)
#= 1
#! write_behind_a_loop_to_what_it_appended_is_refused.py:12:9: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!             h += 100
#!             ^~~~~~~~
#!   note: write_behind_a_loop_to_what_it_appended_is_refused.py:9:18: it comes from here
#!             for i in range(int(n)):
#!                      ^~~~~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name

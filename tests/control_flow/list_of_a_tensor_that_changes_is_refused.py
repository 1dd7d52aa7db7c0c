import torch
from torch import nn


class AppendThenWrite(nn.Module):
    def forward(self, x, n):
        h = x * 1
        out = []
        for i in range(int(n)):
            out.append(h)
            h += 1
        return torch.stack(out)


#> --class AppendThenWrite --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([1.0]), n=tensor(1)
#~ call x=tensor([1.0, 1]), n=tensor(5)
#= 1
#! list_of_a_tensor_that_changes_is_refused.py:12:16: error[NN502]: a list that a loop fills holds a tensor that changes afterwards
#!             return torch.stack(out)
#!                    ^~~~~~~~~~~~~~~~
#!   note: list_of_a_tensor_that_changes_is_refused.py:9:18: it comes from here
#!             for i in range(int(n)):
#!                      ^~~~~~~~~~~~~

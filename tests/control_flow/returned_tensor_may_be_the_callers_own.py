import torch
from torch import nn


class Net(nn.Module):
    def halve(self, a, m):
        for i in range(int(m)):
            if a.max() < 2:
                return a
            a = a * 0.5
        return a + 1

    def forward(self, x, n):
        a = x * 1
        c = self.halve(a, n)
        a += c
        return a, c


#> --class Net --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([0.3]), n=1
#= 1
#! returned_tensor_may_be_the_callers_own.py:16:9: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!             a += c
#!             ^~~~~~
#!   note: returned_tensor_may_be_the_callers_own.py:7:18: it comes from here
#!             for i in range(int(m)):
#!                      ^~~~~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name

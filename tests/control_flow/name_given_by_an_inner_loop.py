import torch
from torch import nn


class Net(nn.Module):
    def forward(self, x, n):
        a, b = x * 1, x + 1
        for i in range(int(n)):
            a[-1] = i
            for row in x:
                b = a
        return a, b


#> --class Net --input 'x:float32[N]' --input 'n:int64[]'
#~ call x=tensor([0.3]), n=1
#= 1
#! name_given_by_an_inner_loop.py:9:13: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!                 a[-1] = i
#!                 ^~~~~
#!   note: name_given_by_an_inner_loop.py:8:18: it comes from here
#!             for i in range(int(n)):
#!                      ^~~~~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name

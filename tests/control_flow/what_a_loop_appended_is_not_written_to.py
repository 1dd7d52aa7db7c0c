import torch
from torch import nn


class Tensor(nn.Module):
    def forward(self, x):
        h = x[0] * 1
        out = []
        for row in x:
            h = h + row
            out.append(h)
        out[-1].add_(5)
        return h, torch.stack(out)


class Stacked(nn.Module):
    def forward(self, x):
        out = [row * 2 for row in x]
        y = torch.stack(out)
        y += 1
        return y, out[0]


class Container(nn.Module):
    def forward(self, x):
        out = []
        for row in x:
            pair = [row, row + 1]
            out.append(pair)
        pair[0] = x[0] * 0
        return out[-1][0]


class TwoNames(nn.Module):
    def forward(self, x):
        a = b = [x[0] * 0]
        for row in x:
            a = [row]
            b = a
        a[0] = a[0] + 100
        return a[0], b[0]


#> --class Tensor --input 'x:float32[N,4]'
#= 1
#! what_a_loop_appended_is_not_written_to.py:12:9: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!             out[-1].add_(5)
#!             ^~~~~~~~~~~~~~~
#!   note: what_a_loop_appended_is_not_written_to.py:9:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name

#> --class Stacked --input 'x:float32[N,4]'
#~ untaken 1 no rows make an empty list, which PyTorch does not stack
#! what_a_loop_appended_is_not_written_to.py:19:13: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             y = torch.stack(out)
#!                 ^~~~~~~~~~~~~~~~
#!

#> --class Container --input 'x:float32[N,4]'
#= 1
#! what_a_loop_appended_is_not_written_to.py:30:9: error[NN504]: a container is changed that a loop or a branch put into a list, or under another name, as well
#!             pair[0] = x[0] * 0
#!             ^~~~~~~
#!   note: what_a_loop_appended_is_not_written_to.py:27:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: keep a copy there, or change it before that

#> --class TwoNames --input 'x:float32[N,4]'
#= 1
#! what_a_loop_appended_is_not_written_to.py:40:9: error[NN504]: a container is changed that a loop or a branch put into a list, or under another name, as well
#!             a[0] = a[0] + 100
#!             ^~~~
#!   note: what_a_loop_appended_is_not_written_to.py:37:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: keep a copy there, or change it before that

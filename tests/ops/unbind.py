import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        a, b, c = x.unbind(1)
        return a, b, c, torch.unbind(x, dim=-2), x.unbind(dim=1)[0], [row for row in x[0]]


class Views(nn.Module):
    def forward(self, x):
        x = x * 1
        a, b, c = x.unbind(1)
        a += 1
        for row in x.unbind(1):
            row[0] = 5
        return x


class Scalar(nn.Module):
    def forward(self, x):
        return x.unbind()


class Unknown(nn.Module):
    """As many as the axis is long: they are walked, counted, indexed and put together again."""

    def forward(self, x):
        steps = x.unbind(1)
        outs = []
        total = torch.zeros_like(steps[0])
        for step in steps:
            total = total + step
            outs.append(total * 2)
        return (torch.stack(outs, 1), len(steps), steps[-1], torch.stack(steps[::-1]),
                torch.cat(torch.unbind(x)), torch.stack([row + 1 for row in x.unbind()]))


class Written(nn.Module):
    def forward(self, x):
        x = x * 1
        rows = x.unbind()
        x += 1
        return torch.stack(rows)


class WrittenItem(nn.Module):
    def forward(self, x):
        x = x * 1
        for row in x.unbind():
            row += 1
        return x


class Unpacked(nn.Module):
    def forward(self, x):
        a, b = x.unbind()
        return a + b


#> --class Spellings --input 'x:float32[N,3,2]'
#> --class Spellings --input 'x:bool[2,3,1]'
#> --class Views --input 'x:float32[N,3]'
#> --class Scalar --input 'x:float32[]'
#= 1
#! unbind.py:23:16: error[NN202]: `forward` raises `IndexError: tuple index out of range`
#!             return x.unbind()
#!                    ^~~~~~~~~~
#> --class Unknown --input 'x:float32[N,M,3]'
#~ untaken 2 there is nothing to stack
#! unbind.py:36:17: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return (torch.stack(outs, 1), len(steps), steps[-1], torch.stack(steps[::-1]),
#!                     ^~~~~~~~~~~~~~~~~~~~
#!
#! unbind.py:36:62: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return (torch.stack(outs, 1), len(steps), steps[-1], torch.stack(steps[::-1]),
#!                                                                  ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! unbind.py:37:17: warning[NN505]: the graph is exact under the assumption that torch.cat(): the list of tensors is not empty
#!                     torch.cat(torch.unbind(x)), torch.stack([row + 1 for row in x.unbind()]))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! unbind.py:37:45: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!                     torch.cat(torch.unbind(x)), torch.stack([row + 1 for row in x.unbind()]))
#!                                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Written --input 'x:float32[N]'
#= 1
#! unbind.py:44:9: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!             x += 1
#!             ^~~~~~
#!   note: unbind.py:43:16: it comes from here
#!             rows = x.unbind()
#!                    ^~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name
#> --class WrittenItem --input 'x:float32[N]'
#= 1
#! unbind.py:52:13: error[NN504]: an in-place write to a tensor of which a branch or loop decides whether another one shares its memory
#!                 row += 1
#!                 ^~~~~~~~
#!   note: unbind.py:51:20: it comes from here
#!             for row in x.unbind():
#!                        ^~~~~~~~~~
#!   hint: write to a copy: `x = x.clone()`, or assign the result to a name
#> --class Unpacked --input 'x:float32[N]'
#= 1
#! unbind.py:58:9: error[NN205]: how many tensors these are is known only when the model runs
#!             a, b = x.unbind()
#!             ^~~~
#!   note: unbind.py:58:16: it comes from here
#!             a, b = x.unbind()
#!                    ^~~~~~~~~~

"""`out = out + [x]` makes a new list each time; a run as well, as far as nobody can tell it from one
list that grows."""
import torch
from torch import nn


class Rows(nn.Module):
    def forward(self, x):
        out = []
        for i in range(x.shape[0]):
            out = out + [x[i] * 2]
        return torch.stack(out), len(out)


class Until(nn.Module):
    def forward(self, x, n):
        out = [x[0], x[0] + 1]
        pairs = []
        while n > 0:
            out = out + [x[0] * n]
            pairs = pairs + [(x[0] - n, n)]
            n = n - 1
        last = [p[1] for p in pairs]
        return torch.stack(out), torch.stack([p[0] for p in pairs] + [x[0]]), len(last)


class LooksAtIt(nn.Module):
    def forward(self, x):
        out = [x[0]]
        for i in range(x.shape[0]):
            out = out + [out[-1] + x[i]]
        return torch.stack(out)


class Original(nn.Module):
    """The list before the loop stays as it was."""

    def forward(self, x):
        first = [x[0]]
        out = first
        for row in x:
            out = out + [row]
        return torch.stack(out), len(first)


class InBranch(nn.Module):
    def forward(self, x):
        out = [x[0] * 0]
        for row in x:
            if row.sum() > 0:
                out = out + [row]
        return torch.stack(out)


class Nested(nn.Module):
    def forward(self, x, y):
        out = [x[0]]
        for i in range(x.shape[0]):
            for j in range(y.shape[0]):
                out = out + [x[i] * y[j]]
        return torch.stack(out)


class Before(nn.Module):
    """A second name has the list of the iteration before."""

    def forward(self, x):
        out, before = [x[0]], [x[0]]
        for row in x:
            before = out
            out = out + [row]
        return torch.stack(out), len(before)


class Both(nn.Module):
    def forward(self, x):
        out = [x[0]]
        every = [out]
        for row in x:
            out = out + [row]
            every.append(out)
        return torch.stack(out), len(every[-1])


class Shared(nn.Module):
    """The first iteration still appends to the list of another name."""

    def forward(self, x):
        first = [x[0]]
        out = first
        for row in x:
            out.append(row)
            out = out + [row]
        return torch.stack(out), len(first)


class Afterwards(nn.Module):
    """Whether `out` is `first` depends on whether the loop runs."""

    def forward(self, x, n):
        first = [x[0]]
        out = first
        for i in range(int(n)):
            out = out + [x[0]]
        out.append(x[0])
        return torch.stack(out), len(first)


class AfterwardsOfOne(nn.Module):
    def forward(self, x):
        first = [x[0]]
        out = first
        n = x.sum()
        while True:
            out = out + [x[0] * n]
            n = n - 1
            if n < 0:
                break
        out.append(x[0])
        return torch.stack(out), len(first)


class Returned(nn.Module):
    def forward(self, x):
        out = [x[0]]
        for row in x:
            out = out + [row]
            if row.sum() > 100:
                return torch.stack(out) * 2
        return torch.stack(out)


class Closure(nn.Module):
    def forward(self, x):
        out = [x[0]]
        latest = lambda: 0
        for row in x:
            held = out
            latest = lambda: len(held)
            out = out + [row]
        return torch.stack(out), latest()


#> --class Rows --input 'x:float32[N,3]'
#~ untaken 1 there is nothing to stack
#! list_made_longer_by_each_iteration.py:12:16: warning[NN505]: the graph is exact under the assumption that torch.stack(): the list of tensors is not empty
#!             return torch.stack(out), len(out)
#!                    ^~~~~~~~~~~~~~~~
#!
#> --class Until --input 'x:float32[N,3]' --input 'n:float32[]'
#~ call n=0.0, N=1
#~ call n=1.0, N=3
#~ call n=5.0, N=2
#> --class LooksAtIt --input 'x:float32[N,3]'
#~ untaken 1 there is a first row
#> --class Original --input 'x:float32[N,3]'
#~ untaken 1 there is a first row
#> --class Nested --input 'x:float32[N,3]' --input 'y:float32[M]'
#~ untaken 1 there is a first row
#~ call N=1, M=0
#~ call N=2, M=1
#~ call N=3, M=4
#> --class AfterwardsOfOne --input 'x:float32[N,3]'
#~ call x=torch.ones(3, 3)
#~ call x=-torch.ones(1, 3)
#~ call x=torch.ones(2, 3) / 8
#~ untaken 1 the first iteration always runs
#> --class Returned --input 'x:float32[N,3]'
#~ call x=torch.ones(3, 3)
#~ call x=torch.ones(1, 3)
#~ call x=torch.ones(2, 3) * 100
#~ call x=torch.tensor([[1., 2, 3], [100, 1, 1], [4, 5, 6]])
#~ untaken 1 there is a first row
#> --class InBranch --input 'x:float32[N,3]'
#= 1
#! list_made_longer_by_each_iteration.py:51:23: error[NN502]: `out` is another one of two values after each iteration, which a graph cannot carry
#!                     out = out + [row]
#!                           ^~~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:49:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: carry a tensor or a number from iteration to iteration
#> --class Before --input 'x:float32[N,3]'
#= 1
#! list_made_longer_by_each_iteration.py:71:19: error[NN502]: `out` is another list after each iteration, which a graph cannot carry
#!                 out = out + [row]
#!                       ^~~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:69:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: carry a tensor or a number from iteration to iteration
#> --class Both --input 'x:float32[N,3]'
#= 1
#! list_made_longer_by_each_iteration.py:80:19: error[NN502]: `out` is another list after each iteration, which a graph cannot carry
#!                 out = out + [row]
#!                       ^~~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:79:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: carry a tensor or a number from iteration to iteration
#! list_made_longer_by_each_iteration.py:82:38: error[NN501]: a list has no single value after the branch: it has 2 items on one path and 1 on the other
#!             return torch.stack(out), len(every[-1])
#!                                          ^~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:79:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: give both paths as many
#> --class Shared --input 'x:float32[N,3]'
#= 1
#! list_made_longer_by_each_iteration.py:92:13: error[NN502]: `out` is another list after each iteration, which a graph cannot carry
#!                 out.append(row)
#!                 ^~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:91:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: carry a tensor or a number from iteration to iteration
#> --class Afterwards --input 'x:float32[N,3]' --input 'n:int64[]'
#= 1
#! list_made_longer_by_each_iteration.py:105:9: error[NN504]: a container is changed that a loop or a branch put into a list, or under another name, as well
#!             out.append(x[0])
#!             ^~~~~~~~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:103:18: it comes from here
#!             for i in range(int(n)):
#!                      ^~~~~~~~~~~~~
#!   hint: keep a copy there, or change it before that
#> --class Closure --input 'x:float32[N,3]'
#= 1
#! list_made_longer_by_each_iteration.py:140:19: error[NN502]: `out` is another list after each iteration, which a graph cannot carry
#!                 out = out + [row]
#!                       ^~~~~~~~~~~
#!   note: list_made_longer_by_each_iteration.py:137:20: it comes from here
#!             for row in x:
#!                        ^
#!   hint: carry a tensor or a number from iteration to iteration

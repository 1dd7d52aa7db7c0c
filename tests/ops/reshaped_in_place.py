"""Methods that give a tensor object another shape: each name of the object sees it, views and
aliases of it do not, and all go on sharing memory."""
import torch
from torch import nn


class Names(nn.Module):
    def forward(self, x):
        y = x.clone()
        same, box = y, [y]
        alias, row, flat = y.detach(), y[0], y.view(-1)
        y.unsqueeze_(0).add_(1)
        alias.mul_(2)
        row.sub_(3)
        flat[-1] = 7
        same[:, 0, 0] = 5
        return y, same.shape[0], box[0].ndim, alias, row, flat


class Chain(nn.Module):
    def forward(self, x):
        y = x * 1
        column = y[:, 0]
        y.unsqueeze_(-1).transpose_(0, 1)
        middle = y[0]
        y.squeeze_(-1).t_().unsqueeze_(1)
        y[0] = -1
        middle[-1] = 4
        return y, middle, column


class OfViews(nn.Module):
    def forward(self, x):
        x = x * 1
        y = x[:, 1]
        z = y[1:]
        y.unsqueeze_(1)
        y[0] = 9
        w = x.t()
        w.t_()
        w.mul_(2)
        z += 1
        return x, y, z, w


class OfCopies(nn.Module):
    """What may share memory or not stays as it was."""

    def forward(self, x):
        y = x.reshape(-1)
        y.unsqueeze_(0)
        y += 1
        return y, y.shape[1]


class Buffers(nn.Module):
    def __init__(self):
        super().__init__()
        table = torch.arange(12.).reshape(3, 4)
        table.unsqueeze_(0).transpose_(1, 2)
        self.register_buffer('table', table)
        self.weight = nn.Parameter(torch.ones(3, 4))
        self.weight.data.t_()
        self.fixed = torch.ones(5)
        self.fixed.unsqueeze_(-1)

    def forward(self, x):
        part = self.table[0]
        part.unsqueeze_(0)
        return x + part, self.weight, self.fixed


class InBranches(nn.Module):
    def forward(self, x):
        y = x * 2
        if x.sum() > 0:
            z = y[0]
            z.unsqueeze_(0)
            z += 1
        else:
            z = x[:1] + 1
            z.t_().t_()
        return y, z


class InLoops(nn.Module):
    def forward(self, x):
        total = x[:1] * 0
        for i in range(x.shape[0]):
            row = x[i]
            row.unsqueeze_(0)
            total = total + row
        return total


class OnOnePath(nn.Module):
    def forward(self, x):
        y = x * 2
        if x.sum() > 0:
            y.unsqueeze_(0)
        return y.sum()


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer('scale', torch.ones(3))

    def forward(self, x):
        self.scale.unsqueeze_(0)
        return x * self.scale


class Written(nn.Module):
    """A view of memory of the constructor's, which is written."""

    def __init__(self):
        super().__init__()
        count = torch.zeros(3)
        count.unsqueeze_(0)
        self.register_buffer('count', count)

    def forward(self, x):
        self.count += 1
        return x + self.count


#> --class Names --input 'x:float32[N,3]'
#> --class Chain --input 'x:float32[N,3]'
#> --class OfViews --input 'x:float32[N,3]'
#> --class OfCopies --input 'x:float32[N,3]'
#> --class Buffers --input 'x:float32[N,4,3]'
#> --class InBranches --input 'x:float32[N,3]'
#> --class InLoops --input 'x:float32[N,3]'
#~ call N=0
#~ call N=1
#~ call N=5
#> --class OnOnePath --input 'x:float32[N,3]'
#= 1
#! reshaped_in_place.py:100:13: error[NN302]: `torch.Tensor.unsqueeze_`: `unsqueeze_` changes the shape of a tensor object that a path, or the next call, has to find as it was
#!                 y.unsqueeze_(0)
#!                 ^~~~~~~~~~~~~~~
#!   hint: use `unsqueeze` and assign its result
#> --class Kept --input 'x:float32[N,3]'
#= 1
#! reshaped_in_place.py:110:9: error[NN302]: `torch.Tensor.unsqueeze_`: `unsqueeze_` changes the shape of a tensor object that a path, or the next call, has to find as it was
#!             self.scale.unsqueeze_(0)
#!             ^~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: use `unsqueeze` and assign its result
#> --class Written --input 'x:float32[N,3]'
#~ skip every call counts
#! reshaped_in_place.py:123:9: warning[NN505]: the graph is exact under the assumption that `count` is as the constructor left it: `forward` changes it, and a file keeps nothing between runs
#!         def forward(self, x):
#!             ^~~~~~~
#!

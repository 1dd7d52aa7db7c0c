import numpy as np
import torch
from torch import nn


class Picks(nn.Module):
    """As non-maximum suppression of detectors is often written."""

    def pick(self, rows):
        kept = []
        while rows.any():
            kept.append(rows[-1])
            if len(kept) == 2:
                return np.array(kept)
            rows = rows[:-1]
        return np.array(kept)

    def forward(self, x):
        every = np.array([self.pick(row) for row in x.numpy()])
        return torch.from_numpy(every[:, :, -1].astype(np.int64))


class Uneven(nn.Module):
    def items(self, x):
        return [x.sum()] if x.sum() > 0 else []


class Comprehends(Uneven):
    def forward(self, x):
        return torch.as_tensor([item for item in self.items(x)])[:, :, -1]


class Extends(Uneven):
    def forward(self, x):
        rows = [x]
        rows.extend(self.items(x))
        return torch.stack(rows)[:, :, :, :, -1]


class Sums(Uneven):
    def forward(self, x):
        return sum(self.items(x))[1]


class Walks(Uneven):
    def forward(self, x):
        last = x
        for item in self.items(x):
            last = item
        return last[:, :, :, -1]


class Sorts(Uneven):
    def forward(self, x):
        return sorted(self.items(x))[0][1]


class Starred(nn.Module):
    """A shape made of another, of a tensor of unknown rank."""

    def forward(self, x):
        shape = (*x.shape[:-1], -1, 4)
        sizes = [*x.shape[:-1], -1]
        return x.view(shape).transpose(1, 2), x.reshape(sizes).transpose(1, 2)


#> --class Picks --input 'x:float32[N,8,4]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:16:16: error[NN501]: a list has no single value after the branch: it has 2 items on one path and 0 on the other
#!             return np.array(kept)
#!                    ^~~~~~~~~~~~~~
#!   called from what_follows_from_an_unknown_list_is_not_reported.py:19:27 in `Picks.forward`
#!   note: what_follows_from_an_unknown_list_is_not_reported.py:11:15: it comes from here
#!             while rows.any():
#!                   ^~~~~~~~~~
#!   hint: give both paths as many
#> --class Comprehends --input 'x:float32[N,8]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:30:50: error[NN501]: how many items there are here depends on which path was taken
#!             return torch.as_tensor([item for item in self.items(x)])[:, :, -1]
#!                                                      ^~~~~~~~~~~~~
#!   hint: give both paths as many
#> --class Extends --input 'x:float32[N,8]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:36:9: error[NN501]: how many items there are here depends on which path was taken
#!             rows.extend(self.items(x))
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give both paths as many
#> --class Sums --input 'x:float32[N,8]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:42:16: error[NN501]: how many items there are here depends on which path was taken
#!             return sum(self.items(x))[1]
#!                    ^~~~~~~~~~~~~~~~~~
#!   hint: give both paths as many
#> --class Walks --input 'x:float32[N,8]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:48:21: error[NN501]: how many items there are here depends on which path was taken
#!             for item in self.items(x):
#!                         ^~~~~~~~~~~~~
#!   hint: give both paths as many
#> --class Sorts --input 'x:float32[N,8]' --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:55:16: error[NN501]: how many items there are here depends on which path was taken
#!             return sorted(self.items(x))[0][1]
#!                    ^~~~~~~~~~~~~~~~~~~~~
#!   hint: give both paths as many
#> --class Starred --emit ssa
#= 1
#! what_follows_from_an_unknown_list_is_not_reported.py:62:19: error[NN402]: this depends on the number of dimensions of `x`, which is not known
#!             shape = (*x.shape[:-1], -1, 4)
#!                       ^~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'x:float32[?,?,?]'; if it is no tensor, fix it: --set 'x=None'

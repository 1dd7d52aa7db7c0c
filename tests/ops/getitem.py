from torch import nn


class Basic(nn.Module):
    def forward(self, x):
        return (x[0], x[-1], x[:, 1], x[0, 1], x[1:], x[:-1], x[:, 1:3], x[::2], x[:, 1::2],
                x[..., 0], x[..., 1:, :], x[None], x[:, None], x[..., None], x[0, ..., -1],
                x[0][1], x[:, -2:], x[:, :100], x[:, 3:1], x[True], x[()])


class Bounds(nn.Module):
    """Bounds that sizes and data give."""

    def forward(self, x, y):
        return (x[:y.size(0)], x[y.shape[0]:], x[-y.size(0):], x[:x.size(0) - 1],
                x[:, :x.shape[1] // 2], x[y.size(0) - 1])


class Data(nn.Module):
    def forward(self, x, k):
        return x[:k], x[k - 1], x[:, k:], x[k - 1:k], x[:, int(k)]


class Views(nn.Module):
    """A part is a view, which sees what is written, and whose writes are seen."""

    def forward(self, x):
        x = x * 1
        row, column, window = x[0], x[:, 1], x[..., 1:3]
        x[0, 0] = 5
        window += 1
        column[-1] = 7
        row.mul_(2)
        return x, row, column, window


class Named(nn.Module):
    """Indices from elsewhere: a tuple, a slice, a list of slices."""

    def forward(self, x):
        index = (0, slice(None), slice(1, 3))
        return x[index], x[slice(0, 1)], x[tuple([slice(None)] * 2 + [0])], x[(...,) + (0,)]


class Negative(nn.Module):
    def forward(self, x):
        return x[::-1]


class Range(nn.Module):
    def forward(self, x):
        return x[2]


class Many(nn.Module):
    def forward(self, x):
        return x[0, 0]


class Floats(nn.Module):
    def forward(self, x):
        return x[0.5]


#> --class Basic --input 'x:float32[N,4,M]'
#~ with N=(2, 1, 3), M=(3, 1, 2)
#> --class Basic --input 'x:bool[2,4,1]'
#> --class Bounds --input 'x:float32[5,4]' --input 'y:float32[N]'
#> --class Data --input 'x:float32[3,4]' --input 'k:int64[]'
#~ with k=integers(1, 3)
#> --class Views --input 'x:float32[N,4]'
#> --class Named --input 'x:float32[N,2,4]'
#> --class Negative --input 'x:float32[N]'
#= 1
#! getitem.py:47:16: error[NN202]: `forward` raises `ValueError: step must be greater than zero`
#!             return x[::-1]
#!                    ^~~~~~~
#> --class Range --input 'x:float32[2,3]'
#= 1
#! getitem.py:52:16: error[NN401]: `forward` raises `IndexError: index 2 is out of bounds for dimension 0 with size 2`
#!             return x[2]
#!                    ^~~~
#> --class Many --input 'x:float32[N]'
#= 1
#! getitem.py:57:16: error[NN401]: `forward` raises `IndexError: too many indices for tensor of dimension 1`
#!             return x[0, 0]
#!                    ^~~~~~~
#> --class Floats --input 'x:float32[3]'
#= 1
#! getitem.py:62:16: error[NN202]: `forward` raises `TypeError: only integer tensors of a single element can be converted to an index`
#!             return x[0.5]
#!                    ^~~~~~

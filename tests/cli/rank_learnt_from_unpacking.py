"""Nothing is declared: how many names a shape is unpacked into says how many axes there are."""
import torch
from torch import nn


class Windows(nn.Module):
    def forward(self, x, y: torch.Tensor):
        B, H, W = x.shape
        n, m = y.tanh().size()
        return x.reshape(B, H * W).sum(1), y.reshape(m, n)


class OnOnePath(nn.Module):
    """The other path takes anything."""

    def forward(self, x, flat: bool):
        if flat:
            n, m = x.shape
            x = x.reshape(n * m)
        return x.sum()


class Caught(nn.Module):
    def forward(self, x):
        try:
            n, c, h = x.shape
        except ValueError:
            n, c = x.shape
        return x.reshape(n, -1)


#> --class Caught --emit ssa
#= 1
#! rank_learnt_from_unpacking.py:26:23: error[NN402]: this depends on the number of dimensions of `x`, which is not known
#!                 n, c, h = x.shape
#!                           ^~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'x:float32[?,?,?]'; if it is no tensor, fix it: --set 'x=None'
#> --class Windows --emit ssa
#| graph(x: f32[?0,?1,?2], y: f32[?3,?4]) -> (output_0: f32[?0], output_1: f32[?4,?3]) {
#|   %0: f32[?0,?1*?2] = Reshape(%x, [0, -1])
#|   %1: f32[?0] = ReduceSum(%0, [1]) {keepdims = 0}
#|   %2: i64[1] = Shape(%y) {end = 1}
#|   %3: i64[1] = Shape(%y) {start = 1}
#|   %4: i64[2] = Concat(%3, %2) {axis = 0}
#|   %5: f32[?4,?3] = Reshape(%y, %4)
#|   return %1, %5
#| }
#> --class OnOnePath --emit ssa
#= 1
#! rank_learnt_from_unpacking.py:18:20: error[NN402]: this depends on the number of dimensions of `x`, which is not known
#!                 n, m = x.shape
#!                        ^~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'x:float32[?,?,?]'; if it is no tensor, fix it: --set 'x=None'

"""How many there are is one thing, of how many axes each is another."""
from torch import nn


class Net(nn.Module):
    def forward(self, x, stop: bool):
        if stop:
            x = x.sum(0)
        a = x.unbind(0)
        return a[0]


#> --class Net --input x:float32 --input 'stop:bool[]' --emit ssa
#= 1
#! unbind_of_unknown_rank_is_refused.py:8:17: error[NN402]: this depends on the number of dimensions of `x`, which is not known
#!                 x = x.sum(0)
#!                     ^~~~~~~~
#!   hint: declare it, with a `?` for each dimension of any size, as in --input 'x:float32[?,?,?]'; if it is no tensor, fix it: --set 'x=None'
#! unbind_of_unknown_rank_is_refused.py:9:13: error[NN402]: the number of dimensions of this tensor is not known
#!             a = x.unbind(0)
#!                 ^~~~~~~~~~~
#!   hint: declare the inputs of `forward` with all their dimensions: --input 'x:float32[N,3,224,224]' for an input `x` that holds images

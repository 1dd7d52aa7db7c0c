"""Whether an operation raises, which a handler would catch, depends on the size: said, not silent."""
from torch import nn


class Thirds(nn.Module):
    def forward(self, x):
        try:
            y = x.view(-1, 3)
        except RuntimeError:
            y = x.view(-1, 2)
        return y


#~ with N=(3, 6)
#~ sizes of 4 * N that 3 divides
#> --class Thirds --input 'x:float32[N,4]'
#! try_around_sizes_of_the_run.py:8:13: warning[NN505]: the graph is exact under the assumption that no operation in this `try` raises for the sizes and values of the run
#!                 y = x.view(-1, 3)
#!                 ^~~~~~~~~~~~~~~~~
#!

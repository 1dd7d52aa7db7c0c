from torch import nn


class Until:
    def __init__(self, x):
        self.x = x

    def __iter__(self):
        return self

    def __next__(self):
        if self.x.sum() > 10:
            raise StopIteration
        self.x = self.x * 2
        return self.x


class Net(nn.Module):
    def forward(self, x):
        for y in Until(x):
            x = x + y
        return x


#> --class Net --input 'x:float32[N]'
#= 1
#! iterator_whose_end_depends_on_data_is_refused.py:13:13: error[NN502]: whether this iterator is at its end is known only when the model runs
#!                 raise StopIteration
#!                 ^~~~~~~~~~~~~~~~~~~
#!   called from iterator_whose_end_depends_on_data_is_refused.py:20:18 in `Net.forward`
#!   hint: a `while` on the same condition can be exported

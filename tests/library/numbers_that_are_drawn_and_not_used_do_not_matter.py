import random

import numpy as np
from torch import nn


class Dropped(nn.Module):
    """What is drawn reaches only a branch of training."""

    def forward(self, x):
        columns = np.random.randint(0, 3, size=(x.size(0),))
        scale = random.uniform(0.5, 1.5)
        return self.scaled(x, scale, columns)

    def scaled(self, x, scale, columns):
        if self.training:
            x = x * scale
            x[:, columns] = 0
        return x + 1


class Used(nn.Module):
    def forward(self, x):
        scale = random.uniform(0.5, 1.5)
        return x * scale


class Shuffled(nn.Module):
    def forward(self, x):
        order = [0, 1]
        random.shuffle(order)
        return x


#> --class Dropped --input 'x:float32[N,4]' --emit onnx
#> --class Used --input 'x:float32[N,4]' --emit onnx
#= 1
#! numbers_that_are_drawn_and_not_used_do_not_matter.py:25:16: error[NN201]: `random.uniform` gives another number in every run
#!             return x * scale
#!                    ^~~~~~~~~
#!   note: numbers_that_are_drawn_and_not_used_do_not_matter.py:24:17: it comes from here
#!             scale = random.uniform(0.5, 1.5)
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from a tensor operation, or pass the number as an argument
#> --class Shuffled --input 'x:float32[N,4]' --emit onnx
#= 1
#! numbers_that_are_drawn_and_not_used_do_not_matter.py:31:9: error[NN201]: `random.shuffle` puts a list into random order
#!             random.shuffle(order)
#!             ^~~~~~~~~~~~~~~~~~~~~

import re

from torch import nn


class Exponential(nn.Module):
    def __init__(self):
        super().__init__()
        self.found = re.match(r"(a+)+$", "a" * 40 + "b")

    def forward(self, x):
        return x


class Nested(nn.Module):
    def __init__(self):
        super().__init__()
        self.pattern = re.compile("(" * 1000 + ")" * 1000)

    def forward(self, x):
        return x


class Squares(nn.Module):
    def __init__(self):
        super().__init__()
        n = 10 ** 1000
        for _ in range(40):
            n = n * n
        self.n = n

    def forward(self, x):
        return x * self.n


#> --class Exponential --input 'x:float32[N]'
#= 1
#! hostile_patterns_and_numbers_are_bounded.py:9:22: error[NN801]: this regular expression takes too long here
#!             self.found = re.match(r"(a+)+$", "a" * 40 + "b")
#!                          ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Nested --input 'x:float32[N]'
#= 1
#! hostile_patterns_and_numbers_are_bounded.py:18:24: error[NN201]: this regular expression is nested too deeply
#!             self.pattern = re.compile("(" * 1000 + ")" * 1000)
#!                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Squares --input 'x:float32[N]'
#= 1
#! hostile_patterns_and_numbers_are_bounded.py:29:17: error[NN803]: an integer of more than 65536 bits is made here
#!                 n = n * n
#!                     ^~~~~

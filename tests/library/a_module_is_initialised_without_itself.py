"""`nn.Module.__init__()` and its like raise, as in Python."""
from torch import nn


class Nobody(nn.Module):
    def __init__(self):
        nn.Module.__init__()

    def forward(self, x):
        return x


class Number(nn.Module):
    def __init__(self):
        nn.Module.__init__(3)

    def forward(self, x):
        return x


class Caught(nn.Module):
    def __init__(self):
        super().__init__()
        self.tried = 0
        for arguments in ((), (3,)):
            try:
                nn.Module.__init__(*arguments)
            except (TypeError, AttributeError):
                self.tried += 1
        try:
            sorted(reverse=True)
        except TypeError:
            self.tried += 1

    def forward(self, x):
        return x + self.tried


#> --class Nobody --input 'x:float32[N]'
#= 1
#! a_module_is_initialised_without_itself.py:7:9: error[NN202]: building the model raises `TypeError: Module.__init__() missing 1 required positional argument: 'self'`
#!             nn.Module.__init__()
#!             ^~~~~~~~~~~~~~~~~~~~
#> --class Number --input 'x:float32[N]'
#= 1
#! a_module_is_initialised_without_itself.py:15:9: error[NN202]: building the model raises `TypeError: Module.__init__() missing 1 required positional argument: 'self'`
#!             nn.Module.__init__(3)
#!             ^~~~~~~~~~~~~~~~~~~~~
#> --class Caught --input 'x:float32[N]'

import enum

import torch
from torch import nn


class Plain(nn.Module):
    def forward(self, x):
        return x


class Sized(nn.Module):
    def __init__(self, width, depth=2, *, act='relu'):
        super().__init__()
        self.fc = nn.Linear(width, depth)

    def forward(self, x):
        return self.fc(x)


class Derived(Sized):
    def __init__(self):
        super().__init__(4)


class Colour(enum.Enum):
    RED = 1


class NotAModule:
    pass


def small(width=8):
    return Sized(width)


def large(width) -> nn.Module:
    return Sized(width)


def helper(x):
    return x + 1


ready = Sized(3)

#> list $FILE
#| class     Plain()
#| class     Sized(width, depth=2, act='relu')  (needs arguments)
#| class     Derived()
#| function  small(width=8)
#| function  large(width)  (needs arguments)
#| function  helper(x)  (needs arguments)
#| variable  ready

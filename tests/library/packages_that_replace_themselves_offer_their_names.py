import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "packages"))

import lazily
from lazily import Scale
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = Scale()
        self.also = lazily.Scale()

    def forward(self, x):
        return self.also(self.scale(x)) + lazily.FACTOR


#> --class Net --input 'x:float32[N,2]' -I packages


class Wrong(nn.Module):
    def forward(self, x):
        return lazily.Rotate()(x)


#> --class Wrong --input 'x:float32[N,2]' -I packages
#= 1
#! packages_that_replace_themselves_offer_their_names.py:26:16: error[NN202]: `forward` raises `AttributeError: module lazily has no attribute Rotate`
#!             return lazily.Rotate()(x)
#!                    ^~~~~~~~~~~~~

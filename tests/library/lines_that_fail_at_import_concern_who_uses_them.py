import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "packages"))

from torch import nn


class Fine(nn.Module):
    def forward(self, x):
        from careless import double
        return double(x)


#> --class Fine --input 'x:float32[N,2]' -I packages
#~ skip the package cannot be imported by Python


class Needs(nn.Module):
    def forward(self, x):
        from careless import LIMITS
        return x + LIMITS


#> --class Needs --input 'x:float32[N,2]' -I packages
#= 1
#! lines_that_fail_at_import_concern_who_uses_them.py:22:16: error[NN202]: `TypeError: torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'` was raised when this was defined
#!             return x + LIMITS
#!                    ^~~~~~~~~~
#!   note: packages/careless/__init__.py:5:10: it comes from here
#!     LIMITS = torch.finfo(UNKNOWN).min
#!              ^~~~~~~~~~~~~~~~~~~~

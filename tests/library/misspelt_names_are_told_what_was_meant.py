import math

import torch
import torch.nn.functional as F
from torch import nn


class OfFunction(nn.Module):
    def forward(self, x):
        return F.rellu(x)


class OfImport(nn.Module):
    def forward(self, x):
        from torch.nn.functional import gleu
        return gleu(x)


class OfLayer(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2D(3, 4, 1)

    def forward(self, x):
        return self.conv(x)


class OfMethod(nn.Module):
    def forward(self, x):
        return x.rehsape(-1)


class OfArgument(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, kernel_sise=1)

    def forward(self, x):
        return self.conv(x)


class OfSubmodule(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 1)

    def forward(self, x):
        return self.cnov(x)


class OfVariable(nn.Module):
    def forward(self, x):
        output = x * math.pi
        return ouptut


class Caught(nn.Module):
    def forward(self, x):
        try:
            return self.scal * x
        except AttributeError as error:
            assert str(error) == "'Caught' object has no attribute 'scal'"
            return x


class OfNoSlip(nn.Module):
    """A name that may well be one of PyTorch's is left alone."""

    def forward(self, x):
        return F.relu7(x)


#> --class OfFunction --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:10:16: error[NN301]: `torch.nn.functional.rellu` is not supported
#!             return F.rellu(x)
#!                    ^~~~~~~
#!   hint: did you mean `relu`? `nnscan ops` lists what is supported
#> --class OfImport --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:16:16: error[NN301]: `torch.nn.functional.gleu` is not supported
#!             return gleu(x)
#!                    ^~~~~~~
#!   hint: did you mean `gelu`? `nnscan ops` lists what is supported
#> --class OfLayer --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:22:21: error[NN301]: `torch.nn.Conv2D` is not supported
#!             self.conv = nn.Conv2D(3, 4, 1)
#!                         ^~~~~~~~~
#!   hint: did you mean `Conv2d`? `nnscan ops` lists what is supported
#> --class OfMethod --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:30:16: error[NN301]: `torch.Tensor.rehsape` is not supported
#!             return x.rehsape(-1)
#!                    ^~~~~~~~~
#!   hint: did you mean `reshape`? `nnscan ops` lists what is supported
#> --class OfArgument --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:36:21: error[NN202]: building the model raises `TypeError: Conv2d.__init__() got an unexpected keyword argument 'kernel_sise'`
#!             self.conv = nn.Conv2d(3, 4, kernel_sise=1)
#!                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: did you mean `kernel_size`?
#> --class OfSubmodule --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:48:16: error[NN202]: `forward` raises `AttributeError: 'OfSubmodule' object has no attribute 'cnov'`
#!             return self.cnov(x)
#!                    ^~~~~~~~~
#!   hint: did you mean `conv`?
#> --class OfVariable --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:54:16: error[NN203]: `forward` raises `NameError: name 'ouptut' is not defined`
#!             return ouptut
#!                    ^~~~~~
#!   hint: did you mean `output`?
#> --class Caught --input 'x:float32[2,3,8,8]' --emit ssa
#| graph(x: f32[2,3,8,8]) -> (output_0: f32[2,3,8,8]) {
#|   return %x
#| }
#> --class OfNoSlip --input 'x:float32[2,3,8,8]' --emit ssa
#= 1
#! misspelt_names_are_told_what_was_meant.py:70:16: error[NN301]: `torch.nn.functional.relu7` is not supported
#!             return F.relu7(x)
#!                    ^~~~~~~
#!   hint: `nnscan ops` lists what is

import torch
from torch import nn


class Known(nn.Module):
    def forward(self, x):
        if hasattr(torch, "_check"):  # newer than some PyTorch
            torch._check(x.ndim == 2, lambda: "two axes")
            torch._check_is_size(x.shape[1])
            torch._check_with(ValueError, x.shape[1] > 2, lambda: "at least three")
        return x + 1


#> --class Known --input 'x:float32[N,3]'
#> --class Known --input 'x:float32[N,2]'
#= 1
#! _check.py:10:13: error[NN202]: `forward` raises `ValueError: at least three`
#!                 torch._check_with(ValueError, x.shape[1] > 2, lambda: "at least three")
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~


class Data(nn.Module):
    """What is checked of data, or of a size that is not known, is an assumption."""

    def forward(self, x):
        if hasattr(torch, "_check"):
            torch._check_tensor_all(x > -100, lambda: "large enough")
            torch._check(x.shape[0] < 50, lambda: "few")
        return x + 1


#> --class Data --input 'x:float32[N,3]'
#! _check.py:27:13: warning[NN505]: the graph is exact under the assumption that `RuntimeError: large enough` is not raised
#!                 torch._check_tensor_all(x > -100, lambda: "large enough")
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! _check.py:28:13: warning[NN505]: the graph is exact under the assumption that `RuntimeError: few` is not raised
#!                 torch._check(x.shape[0] < 50, lambda: "few")
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!

import torch
from torch import nn

EIGHT = getattr(torch, "float8_e4m3fn", None)  # newer than some PyTorch
LARGEST = 448.0 if EIGHT is None else torch.finfo(EIGHT).max


class Limit(nn.Module):
    """They can be named, compared and asked for their limits."""

    def forward(self, x):
        return x if x.dtype == EIGHT else x.clamp(-LARGEST, LARGEST)


#> --class Limit --input 'x:float32[N,3]'


class To(nn.Module):
    def forward(self, x):
        return x.to(EIGHT)


#> --class To --input 'x:float32[N,3]'
#= 1
#! eight_bit_floats.py:20:16: error[NN302]: `torch.Tensor.to`: a conversion to `torch.float8_e4m3fn` is not supported
#!             return x.to(EIGHT)
#!                    ^~~~~~~~~~~


class Made(nn.Module):
    def forward(self, x):
        return x + torch.zeros(3, dtype=EIGHT)


#> --class Made --input 'x:float32[N,3]'
#= 1
#! eight_bit_floats.py:32:20: error[NN202]: `forward` raises `TypeError: a torch.dtype is required, not _Float8`
#!             return x + torch.zeros(3, dtype=EIGHT)
#!                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~


class Flags(nn.Module):
    """`copy` may stand third: what is written to the copy does not reach the original."""

    def forward(self, x):
        y = x.to(torch.float32, False, True)
        y += 1
        return x * 2, y


#> --class Flags --input 'x:float32[N,3]'

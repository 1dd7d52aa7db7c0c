"""Autocasting has no effect on a CPU; devices that torch does not know are refused."""
import torch
from torch import nn


class Off(nn.Module):
    def forward(self, x):
        with torch.autocast('cuda', enabled=False), torch.cuda.amp.autocast(enabled=False):
            x = x * 2
        with torch.amp.autocast(device_type='cpu', enabled=False):
            return x + 1


class Musa(nn.Module):
    def forward(self, x):
        with torch.musa.amp.autocast():
            return x + 1


class Mlu(nn.Module):
    def forward(self, x):
        with torch.mlu.amp.autocast():
            return x + torch.mlu.current_device()


#> --class Off --input 'x:float32[N]'
#> --class Musa --input 'x:float32[N]'
#= 1
#! autocast.py:16:14: error[NN301]: `torch.musa` is not supported
#!             with torch.musa.amp.autocast():
#!                  ^~~~~~~~~~
#!   hint: `nnscan ops` lists what is
#> --class Mlu --input 'x:float32[N]'
#= 1
#! autocast.py:22:14: error[NN301]: `torch.mlu` is not supported
#!             with torch.mlu.amp.autocast():
#!                  ^~~~~~~~~
#!   hint: `nnscan ops` lists what is
#! autocast.py:23:24: error[NN301]: `torch.mlu` is not supported
#!                 return x + torch.mlu.current_device()
#!                            ^~~~~~~~~
#!   hint: `nnscan ops` lists what is

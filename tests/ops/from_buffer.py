"""Bytes that a program holds; models use it to tell each other what they loaded."""
import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        storage = torch.ByteStorage.from_buffer(b'bytes')
        return x + torch.ByteTensor(storage)


#> --class Spellings --input 'x:float32[5]'
#= 1
#! from_buffer.py:8:19: error[NN301]: `torch.ByteStorage` is not supported
#!             storage = torch.ByteStorage.from_buffer(b'bytes')
#!                       ^~~~~~~~~~~~~~~~~
#!   hint: `nnscan ops` lists what is

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, kernel, stride=None, padding=0):
        super().__init__()
        self.args = kernel, stride, padding
        self.pool = nn.MaxPool2d(kernel, stride, padding, return_indices=True)
        self.layer = nn.MaxUnpool2d(kernel, stride, padding)

    def forward(self, x):
        y, indices = self.pool(x)
        return (self.layer(y, indices), F.max_unpool2d(y * 2, indices, *self.args),
                self.layer(y, indices, output_size=x.shape),
                self.layer(y, indices=indices, output_size=x.shape[-2:]))


class Size(nn.Module):
    def forward(self, x, i):
        return F.max_unpool2d(x, i, 2, output_size=(9, 9))


#> --class 'Spellings(2)' --input 'x:float32[N,3,4,6]'
#> --class 'Spellings((2, 3), (2, 3))' --input 'x:float32[N,2,4,6]'
#> --class 'Spellings(3, 2, 1)' --input 'x:float32[N,2,5,7]'

#> --class Size --input 'x:float32[2,2,2]' --input 'i:int64[2,2,2]'
#= 1
#! max_unpool2d.py:21:16: error[NN401]: `forward` raises `ValueError: invalid output_size "[9, 9]" (dim 0 must be between 2 and 6)`
#!             return F.max_unpool2d(x, i, 2, output_size=(9, 9))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.size = size
        self.layer = nn.AdaptiveAvgPool1d(size)

    def forward(self, x):
        return (self.layer(x), F.adaptive_avg_pool1d(x, self.size),
                torch.adaptive_avg_pool1d(x, self.size))


#> --class 'Spellings(1)' --input 'x:float32[N,3,L]'
#> --class 'Spellings(3)' --input 'x:float32[N,3,6]'
#> --class 'Spellings((3,))' --input 'x:float32[2,7]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,L]'
#= 1
#! adaptive_avg_pool1d.py:13:17: error[NN403]: `torch.nn.AdaptiveAvgPool1d`: which elements `adaptive_avg_pool1d` takes for each of its outputs depends on the size of the input, which is not known
#!             return (self.layer(x), F.adaptive_avg_pool1d(x, self.size),
#!                     ^~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any
#! adaptive_avg_pool1d.py:13:32: error[NN403]: `torch.nn.functional.adaptive_avg_pool1d`: which elements `adaptive_avg_pool1d` takes for each of its outputs depends on the size of the input, which is not known
#!             return (self.layer(x), F.adaptive_avg_pool1d(x, self.size),
#!                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any
#! adaptive_avg_pool1d.py:14:17: error[NN403]: `torch.nn.functional.adaptive_avg_pool1d`: which elements `adaptive_avg_pool1d` takes for each of its outputs depends on the size of the input, which is not known
#!                     torch.adaptive_avg_pool1d(x, self.size))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any

import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.size = size
        self.layer = nn.AdaptiveAvgPool2d(size)

    def forward(self, x):
        return (self.layer(x), F.adaptive_avg_pool2d(x, self.size),
                F.adaptive_avg_pool2d(input=x, output_size=self.size))


#> --class 'Spellings(1)' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, 1))' --input 'x:float32[2,3,4]'
#> --class 'Spellings(3)' --input 'x:float32[N,3,6,9]'
#> --class 'Spellings((3, 2))' --input 'x:float32[N,3,7,5]'
#> --class 'Spellings((None, 2))' --input 'x:float32[N,3,7,5]'
#> --class 'Spellings((None, 1))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings((1, None))' --input 'x:float32[N,3,H,W]'
#> --class 'Spellings(4)' --input 'x:float32[N,3,2,3]'
#> --class 'Spellings(2)' --input 'x:float32[N,3,H,W]'
#= 1
#! adaptive_avg_pool2d.py:12:17: error[NN403]: `torch.nn.AdaptiveAvgPool2d`: which elements `adaptive_avg_pool2d` takes for each of its outputs depends on the size of the input, which is not known
#!             return (self.layer(x), F.adaptive_avg_pool2d(x, self.size),
#!                     ^~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any
#! adaptive_avg_pool2d.py:12:32: error[NN403]: `torch.nn.functional.adaptive_avg_pool2d`: which elements `adaptive_avg_pool2d` takes for each of its outputs depends on the size of the input, which is not known
#!             return (self.layer(x), F.adaptive_avg_pool2d(x, self.size),
#!                                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any
#! adaptive_avg_pool2d.py:13:17: error[NN403]: `torch.nn.functional.adaptive_avg_pool2d`: which elements `adaptive_avg_pool2d` takes for each of its outputs depends on the size of the input, which is not known
#!                     F.adaptive_avg_pool2d(input=x, output_size=self.size))
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: give it, for example --input 'x:float32[N,3,224,224]'; an output size of 1 works for any

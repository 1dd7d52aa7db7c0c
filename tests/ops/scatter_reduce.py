import torch
from torch import nn


class Spellings(nn.Module):
    def __init__(self, reduce, include=True):
        super().__init__()
        self.options = dict(reduce=reduce, include_self=include)

    def forward(self, x, i, y):
        z = x.clone()
        z.scatter_reduce_(1, i, y, **self.options)
        return (z, x.scatter_reduce(1, i, y, **self.options),
                torch.scatter_reduce(x, -1, i, y, **self.options))


#> --class 'Spellings("sum")' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("prod", False)' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("mean", False)' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("mean")' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("amax")' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("amin", False)' --input 'x:float32[N,4]' --input 'i:int64[N,3]' \
#>     --input 'y:float32[N,3]'
#~ with i=integers(0, 4)
#> --class 'Spellings("median")' --input 'x:float32[3,4]' --input 'i:int64[3,2]' \
#>     --input 'y:float32[3,2]'
#= 1
#! scatter_reduce.py:12:9: error[NN202]: `forward` raises `RuntimeError: reduce argument must be either sum, prod, mean, amax or amin, got median`
#!             z.scatter_reduce_(1, i, y, **self.options)
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.log(x), x.log(), x.clone().log_(), torch.log_(x.clone())


class Integers(nn.Module):
    def forward(self, n):
        return torch.log(n), n.log(), torch.log(n > 0)


class Out(nn.Module):
    def forward(self, x):
        return torch.log(x, out=x)


class Narrowed(nn.Module):
    def forward(self, n):
        return n.log_()


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! log.py:17:16: error[NN302]: `torch.log`: `out=` is not supported
#!             return torch.log(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Narrowed --input 'n:int64[N]'
#= 1
#! log.py:22:16: error[NN404]: `forward` raises `RuntimeError: result type Float can't be cast to the desired output type Long`
#!             return n.log_()
#!                    ^~~~~~~~

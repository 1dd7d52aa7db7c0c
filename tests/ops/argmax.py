import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (x.argmax(), torch.argmax(x), x.argmax(0), x.argmax(-1, True),
                torch.argmax(x, dim=1, keepdim=True), x.sum().argmax(), x.argmax(dim=None),
                x.argmax(keepdim=True))


class Bools(nn.Module):
    def forward(self, b):
        return b.argmax()


class Out(nn.Module):
    def forward(self, x):
        return torch.argmax(x, 0, out=x)


#> --class Spellings --input 'x:float32[N,3]'
#> --class Spellings --input 'x:int64[2,3]'
#> --class Spellings --input 'x:float64[N,1]'
#> --class Bools --input 'b:bool[N]'
#= 1
#! argmax.py:14:16: error[NN404]: `forward` raises `RuntimeError: "argmax_cpu" not implemented for 'Bool'`
#!             return b.argmax()
#!                    ^~~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! argmax.py:19:16: error[NN302]: `torch.argmax`: `out=` is not supported
#!             return torch.argmax(x, 0, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return torch.erf(x), x.erf(), x.clone().erf_(), torch.special.erf(x)


class Integers(nn.Module):
    def forward(self, n):
        return torch.erf(n)


class Out(nn.Module):
    def forward(self, x):
        return torch.erf(x, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[N]'
#! erf.py:7:16: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return torch.erf(x), x.erf(), x.clone().erf_(), torch.special.erf(x)
#!                    ^~~~~~~~~~~~
#!
#! erf.py:7:30: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return torch.erf(x), x.erf(), x.clone().erf_(), torch.special.erf(x)
#!                                  ^~~~~~~
#!
#! erf.py:7:39: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return torch.erf(x), x.erf(), x.clone().erf_(), torch.special.erf(x)
#!                                           ^~~~~~~~~~~~~~~~
#!
#! erf.py:7:57: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!             return torch.erf(x), x.erf(), x.clone().erf_(), torch.special.erf(x)
#!                                                             ^~~~~~~~~~~~~~~~~~~~
#!
#> --class Integers --input 'n:int64[N]'
#> --class Out --input 'x:float32[N]'
#= 1
#! erf.py:17:16: error[NN302]: `torch.erf`: `out=` is not supported
#!             return torch.erf(x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

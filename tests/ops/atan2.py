import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)


class Mixed(nn.Module):
    def forward(self, x, n):
        return torch.atan2(n, n), torch.atan2(x, n), torch.atan2(n, x)


class Refused(nn.Module):
    def forward(self, x):
        return torch.atan2(x, x, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class Spellings --input 'x:float64[N]' --input 'y:float64[N]'
#! atan2.py:7:16: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atan`, which ONNX Runtime has not in double
#!             return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)
#!                    ^~~~~~~~~~~~~~~~~
#!
#! atan2.py:7:35: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atan`, which ONNX Runtime has not in double
#!             return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)
#!                                       ^~~~~~~~~~
#!
#! atan2.py:7:47: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atan`, which ONNX Runtime has not in double
#!             return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)
#!                                                   ^~~~~~~~~~~~~~~~~~~
#!
#! atan2.py:7:68: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atan`, which ONNX Runtime has not in double
#!             return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)
#!                                                                        ^~~~~~~~~~~~~~~~~~~
#!
#! atan2.py:7:89: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atan`, which ONNX Runtime has not in double
#!             return torch.atan2(x, y), x.atan2(y), x.clone().atan2_(y), torch.arctan2(x, y), x.arctan2(y)
#!                                                                                             ^~~~~~~~~~~~
#!
#> --class Spellings --input 'x:float32[9]' --input 'y:float32[9]'
#~ call x=[0., 0., 0., 1., 1., 1., -1., -1., -1.], y=[0., 1., -1., 0., 1., -1., 0., 1., -1.]
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#> --class Refused --input 'x:float32[N]'
#= 1
#! atan2.py:17:16: error[NN302]: `torch.atan2`: `out=` is not supported
#!             return torch.atan2(x, x, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

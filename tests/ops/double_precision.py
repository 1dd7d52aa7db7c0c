"""What ONNX Runtime does not compute in double precision is computed in single, and said."""
import torch
import torch.nn.functional as F
from torch import nn


class Curves(nn.Module):
    def forward(self, x):
        return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
                torch.asinh(x), torch.acosh(x + 2), torch.atanh(x / 2))


class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.prelu = nn.PReLU(dtype=torch.float64)

    def forward(self, x):
        return (F.elu(x), F.selu(x), F.celu(x), F.leaky_relu(x), F.hardswish(x), F.hardsigmoid(x),
                F.mish(x), F.softplus(x), F.softsign(x), self.prelu(x), F.gelu(x), F.silu(x))


class Images(nn.Module):
    def __init__(self):
        super().__init__()
        self.down = nn.Conv2d(2, 4, 3, padding=1).double()
        self.norm = nn.InstanceNorm2d(4, affine=True).double()
        self.up = nn.ConvTranspose2d(4, 2, 2, stride=2).double()

    def forward(self, x):
        y = self.norm(self.down(x))
        y = F.avg_pool2d(y, 2)
        z = self.up(y)
        return z, F.interpolate(z, scale_factor=2), F.adaptive_avg_pool2d(y, 1), F.max_pool2d(y, 2)


class Known(nn.Module):
    """Computed while the model is analysed, in double."""

    def __init__(self):
        super().__init__()
        self.table = torch.atan(torch.linspace(0, 1, 5, dtype=torch.float64))

    def forward(self, x):
        return x + self.table


#> --class Curves --input 'x:float64[N]'
#~ with x=uniform(-0.9, 0.9)
#! double_precision.py:9:17: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Asin`, which ONNX Runtime has not in double
#!             return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
#!                     ^~~~~~~~~~~~~
#!
#! double_precision.py:9:32: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Acos`, which ONNX Runtime has not in double
#!             return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
#!                                    ^~~~~~~~~~~~~
#!
#! double_precision.py:9:47: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Tan`, which ONNX Runtime has not in double
#!             return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
#!                                                   ^~~~~~~~~~~~
#!
#! double_precision.py:9:61: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Sinh`, which ONNX Runtime has not in double
#!             return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
#!                                                                 ^~~~~~~~~~~~~
#!
#! double_precision.py:9:76: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Cosh`, which ONNX Runtime has not in double
#!             return (torch.asin(x), torch.acos(x), torch.tan(x), torch.sinh(x), torch.cosh(x),
#!                                                                                ^~~~~~~~~~~~~
#!
#! double_precision.py:10:17: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Asinh`, which ONNX Runtime has not in double
#!                     torch.asinh(x), torch.acosh(x + 2), torch.atanh(x / 2))
#!                     ^~~~~~~~~~~~~~
#!
#! double_precision.py:10:33: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Acosh`, which ONNX Runtime has not in double
#!                     torch.asinh(x), torch.acosh(x + 2), torch.atanh(x / 2))
#!                                     ^~~~~~~~~~~~~~~~~~
#!
#! double_precision.py:10:53: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Atanh`, which ONNX Runtime has not in double
#!                     torch.asinh(x), torch.acosh(x + 2), torch.atanh(x / 2))
#!                                                         ^~~~~~~~~~~~~~~~~~
#!
#> --class Activations --input 'x:float64[N,3]'
#! double_precision.py:20:73: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Erf`, which ONNX Runtime has not in double
#!                     F.mish(x), F.softplus(x), F.softsign(x), self.prelu(x), F.gelu(x), F.silu(x))
#!                                                                             ^~~~~~~~~
#!
#> --class Images --input 'x:float64[N,2,4,8]'
#! double_precision.py:31:23: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Conv`, which ONNX Runtime has not in double
#!             y = self.norm(self.down(x))
#!                           ^~~~~~~~~~~~
#!
#! double_precision.py:31:13: warning[NN505]: the graph is exact under the assumption that single precision is enough for `InstanceNormalization`, which ONNX Runtime has not in double
#!             y = self.norm(self.down(x))
#!                 ^~~~~~~~~~~~~~~~~~~~~~~
#!
#! double_precision.py:32:13: warning[NN505]: the graph is exact under the assumption that single precision is enough for `AveragePool`, which ONNX Runtime has not in double
#!             y = F.avg_pool2d(y, 2)
#!                 ^~~~~~~~~~~~~~~~~~
#!
#! double_precision.py:33:13: warning[NN505]: the graph is exact under the assumption that single precision is enough for `ConvTranspose`, which ONNX Runtime has not in double
#!             z = self.up(y)
#!                 ^~~~~~~~~~
#!
#! double_precision.py:34:19: warning[NN505]: the graph is exact under the assumption that single precision is enough for `Resize`, which ONNX Runtime has not in double
#!             return z, F.interpolate(z, scale_factor=2), F.adaptive_avg_pool2d(y, 1), F.max_pool2d(y, 2)
#!                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! double_precision.py:34:53: warning[NN505]: the graph is exact under the assumption that single precision is enough for `GlobalAveragePool`, which ONNX Runtime has not in double
#!             return z, F.interpolate(z, scale_factor=2), F.adaptive_avg_pool2d(y, 1), F.max_pool2d(y, 2)
#!                                                         ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Known --input 'x:float64[N,5]'

import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x, y):
        z = x.clone()
        z /= y
        return (x / y, z, x.div(y), x.clone().div_(y), torch.div(x, y), torch.true_divide(x, y),
                x.true_divide(y), torch.divide(x, y), x.divide(y), x / 2, 3 / x, x.clone().div_(4))


class Rounded(nn.Module):
    def __init__(self, mode):
        super().__init__()
        self.mode = mode

    def forward(self, x, y):
        return (torch.div(x, y, rounding_mode=self.mode), x.div(y, rounding_mode=self.mode),
                x.clone().div_(y, rounding_mode=self.mode),
                torch.div(x, 2, rounding_mode=self.mode))


class Mixed(nn.Module):
    def forward(self, x, n):
        return x / n, n / n, n / 2, 1 / n, n.bool() / n, x.half() / n, x.double() / x, n.int() / 2.0


class Narrowed(nn.Module):
    def forward(self, n):
        n /= 2
        return n


class Out(nn.Module):
    def forward(self, x):
        return torch.div(x, 2, out=x)


#> --class Spellings --input 'x:float32[N,4]' --input 'y:float32[4]'
#> --class 'Rounded("trunc")' --input 'x:float32[N,4]' --input 'y:float32[4]'
#~ with x=normal(0, 20), y=integers(1, 5)
#> --class 'Rounded("floor")' --input 'x:float32[N,4]' --input 'y:float32[4]'
#~ with x=normal(0, 20), y=integers(-4, 0)
#> --class 'Rounded("trunc")' --input 'x:int64[N]' --input 'y:int64[N]'
#~ with x=integers(-9, 9), y=integers(-5, 0)
#> --class 'Rounded("floor")' --input 'x:int64[N]' --input 'y:int64[N]'
#~ with x=integers(-9, 9), y=integers(-5, 0)
#> --class 'Rounded("floor")' --input 'x:float64[3]' --input 'y:float64[3]'
#~ call x=[-7.5, 7.0, 0.0], y=[2.0, -2.0, 3.0]
#> --class Mixed --input 'x:float32[N]' --input 'n:int64[N]'
#~ with n=integers(1, 5)
#> --class Narrowed --input 'n:int64[N]'
#= 1
#! div.py:31:9: error[NN404]: `forward` raises `RuntimeError: result type Float can't be cast to the desired output type Long`
#!             n /= 2
#!             ^~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! div.py:37:16: error[NN302]: `torch.div`: `out=` is not supported
#!             return torch.div(x, 2, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

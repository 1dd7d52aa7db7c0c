import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        return (torch.clamp(x, -1, 1), x.clamp(-1, 1), x.clone().clamp_(-1, 1),
                torch.clip(x, -1, 1), x.clip(-1, 1), x.clone().clip_(-1, 1),
                torch.clamp_(x.clone(), 0, 1))


class Parameters(nn.Module):
    def forward(self, x):
        return (torch.clamp(x, min=0), x.clamp(max=1), x.clamp(min=0, max=2), x.clamp(0),
                x.clamp(2, 1), torch.clamp(x, None, 1), x.clone().clamp_(min=1),
                x.clone().clamp_(max=1))


class Bounds(nn.Module):
    """Bounds that are tensors, which broadcast."""

    def forward(self, x, low, high):
        return (torch.clamp(x, low, high), x.clamp(min=low), x.clamp(max=high),
                x.clone().clamp_(low, high), x.clamp(low.min(), high.max()))


class Fractions(nn.Module):
    def forward(self, x):
        return x.clamp(-0.5, 1.5), x.clamp(min=0.5)


class Neither(nn.Module):
    def forward(self, x):
        return x.clamp()


class Out(nn.Module):
    def forward(self, x):
        return torch.clamp(x, 0, 1, out=x)


#> --class Spellings --input 'x:float32[N,4]'
#> --class Spellings --input 'x:float64[]'
#> --class Parameters --input 'x:float32[N]'
#> --class Parameters --input 'x:int64[N]'
#> --class Parameters --input 'x:int32[N,0]'
#> --class Bounds --input 'x:float32[N,4]' --input 'low:float32[4]' --input 'high:float32[N,1]'
#> --class Bounds --input 'x:int64[N]' --input 'low:int64[N]' --input 'high:int64[1]'
#> --class Fractions --input 'x:float32[N]'
#> --class Fractions --input 'x:int64[N]'
#> --class Neither --input 'x:float32[N]'
#= 1
#! clamp.py:34:16: error[NN202]: `forward` raises `RuntimeError: torch.clamp: At least one of 'min' or 'max' must not be None`
#!             return x.clamp()
#!                    ^~~~~~~~~
#> --class Out --input 'x:float32[N]'
#= 1
#! clamp.py:39:16: error[NN302]: `torch.clamp`: `out=` is not supported
#!             return torch.clamp(x, 0, 1, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead

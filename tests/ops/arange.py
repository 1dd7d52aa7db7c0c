import torch
from torch import nn


class Spellings(nn.Module):
    def forward(self, x):
        n = x.size(0)
        return (torch.arange(3), torch.arange(1, 4), torch.arange(0, 1, 0.25), torch.arange(n),
                torch.arange(0, n, 2), torch.arange(n - 1, -1, -1),
                torch.arange(n, dtype=torch.float32),
                torch.arange(start=1, end=n + 1, step=1, device=x.device), torch.arange(5, 0, -2),
                torch.arange(end=n), torch.arange(end=2.5),
                torch.arange(2.0), torch.arange(n, dtype=x.dtype),
                torch.arange(0, 2 * n, step=2, dtype=torch.int32),
                torch.arange(x.shape[0] // 2 + 1))


class Data(nn.Module):
    def forward(self, k):
        return torch.arange(k), torch.arange(k.item(), 2 * k), torch.arange(0, k, 2)


class Wrong(nn.Module):
    def forward(self, x):
        return torch.arange(3, 0)


class Zero(nn.Module):
    def forward(self, x):
        return torch.arange(0, 3, 0)


class Out(nn.Module):
    def forward(self, x):
        return torch.arange(3, out=x)


class Gathered(nn.Module):
    """Rows by counting from, to or down to what is negative."""

    def forward(self, x):
        n = x.shape[0]
        return (x[torch.arange(n - 1, -1, -1)], x[torch.arange(-n, 0)], x[:, torch.arange(2, -1, -2)],
                x.index_select(0, torch.arange(n - 1, -1, step=-2)), x[torch.arange(-1, -n - 1, -1)],
                torch.index_select(x, 0, torch.arange(n // 2, n)), x[torch.arange(-n, -1, 2)])


#> --class Spellings --input 'x:float32[N]'
#> --class Spellings --input 'x:float64[N]'
#> --class Data --input 'k:int64[]'
#~ with k=integers(1, 6)
#> --class Wrong --input 'x:float32[N]'
#= 1
#! arange.py:25:16: error[NN401]: `forward` raises `RuntimeError: upper bound and larger bound inconsistent with step sign`
#!             return torch.arange(3, 0)
#!                    ^~~~~~~~~~~~~~~~~~
#> --class Zero --input 'x:float32[N]'
#= 1
#! arange.py:30:16: error[NN202]: `forward` raises `RuntimeError: step must be nonzero`
#!             return torch.arange(0, 3, 0)
#!                    ^~~~~~~~~~~~~~~~~~~~~
#> --class Out --input 'x:float32[3]'
#= 1
#! arange.py:35:16: error[NN302]: `torch.arange`: `out=` is not supported
#!             return torch.arange(3, out=x)
#!                    ^~~~~~~~~~~~~~~~~~~~~~
#!   hint: assign the result instead
#> --class Gathered --input 'x:float32[N,3]' --emit onnx

"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randn(2, x.size(0)))
        self.register_buffer('b', torch.randn((3,), dtype=torch.float64))
        self.register_buffer('c', torch.randn(x.shape, device=x.device))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randn(2, x.size(0)) * 0, torch.randn((3,), dtype=torch.float64) * 0


class Other(nn.Module):
    def forward(self, x):
        return torch.randn(3, generator=torch.default_generator)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! randn.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             return torch.randn(2, x.size(0)) * 0, torch.randn((3,), dtype=torch.float64) * 0
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! randn.py:20:47: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn`, which each run of the model draws anew
#!             return torch.randn(2, x.size(0)) * 0, torch.randn((3,), dtype=torch.float64) * 0
#!                                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randn.py:25:16: error[NN302]: `torch.randn`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return torch.randn(3, generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

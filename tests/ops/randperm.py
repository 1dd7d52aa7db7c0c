"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randperm(5))
        self.register_buffer('b', torch.randperm(x.size(0)))
        self.register_buffer('c', torch.randperm(n=4, dtype=torch.int32))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort().values


class Other(nn.Module):
    def forward(self, x):
        return torch.randperm(5, generator=torch.default_generator)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! randperm.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!             return torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort().values
#!                    ^~~~~~~~~~~~~~~~~
#!
#! randperm.py:20:49: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randperm`, which each run of the model draws anew
#!             return torch.randperm(5).sort().values, torch.randperm(x.size(0)).sort().values
#!                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randperm.py:25:16: error[NN302]: `torch.randperm`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return torch.randperm(5, generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.normal(x, torch.ones_like(x)))
        self.register_buffer('b', x.clone().normal_())
        self.register_buffer('c', x.clone().normal_(mean=1.0, std=2.0))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.normal(x, torch.ones_like(x)) * 0, torch.normal(x, 0.0), x.clone().normal_() * 0


class Other(nn.Module):
    def forward(self, x):
        return x.clone().normal_(generator=torch.default_generator)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! normal.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal`, which each run of the model draws anew
#!             return torch.normal(x, torch.ones_like(x)) * 0, torch.normal(x, 0.0), x.clone().normal_() * 0
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! normal.py:20:57: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal`, which each run of the model draws anew
#!             return torch.normal(x, torch.ones_like(x)) * 0, torch.normal(x, 0.0), x.clone().normal_() * 0
#!                                                             ^~~~~~~~~~~~~~~~~~~~
#!
#! normal.py:20:79: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.normal_`, which each run of the model draws anew
#!             return torch.normal(x, torch.ones_like(x)) * 0, torch.normal(x, 0.0), x.clone().normal_() * 0
#!                                                                                   ^~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! normal.py:25:16: error[NN302]: `torch.normal_`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return x.clone().normal_(generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

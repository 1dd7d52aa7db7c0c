"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', x.clone().uniform_())
        self.register_buffer('b', x.clone().uniform_(-1, 1))
        self.register_buffer('c', x.new_empty(2).uniform_(0, 2))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return x.clone().uniform_() * 0, x.clone().uniform_(-1, 1) * 0


class Other(nn.Module):
    def forward(self, x):
        return x.clone().uniform_(generator=torch.default_generator)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! uniform.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.uniform_`, which each run of the model draws anew
#!             return x.clone().uniform_() * 0, x.clone().uniform_(-1, 1) * 0
#!                    ^~~~~~~~~~~~~~~~~~~~
#!
#! uniform.py:20:42: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.uniform_`, which each run of the model draws anew
#!             return x.clone().uniform_() * 0, x.clone().uniform_(-1, 1) * 0
#!                                              ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! uniform.py:25:16: error[NN302]: `torch.uniform_`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return x.clone().uniform_(generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

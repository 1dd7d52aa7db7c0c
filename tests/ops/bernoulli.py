"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.bernoulli(x.sigmoid()))
        self.register_buffer('b', x.clone().bernoulli_(0.3))
        self.register_buffer('c', torch.bernoulli(x * 0 + 0.5))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.bernoulli(x.sigmoid()) * 0, x.clone().bernoulli_(0.3) * 0, x.clone().bernoulli_(1)


class Other(nn.Module):
    def forward(self, x):
        return torch.bernoulli(x.sigmoid(), generator=torch.default_generator)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! bernoulli.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli`, which each run of the model draws anew
#!             return torch.bernoulli(x.sigmoid()) * 0, x.clone().bernoulli_(0.3) * 0, x.clone().bernoulli_(1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! bernoulli.py:20:50: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!             return torch.bernoulli(x.sigmoid()) * 0, x.clone().bernoulli_(0.3) * 0, x.clone().bernoulli_(1)
#!                                                      ^~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! bernoulli.py:20:81: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!             return torch.bernoulli(x.sigmoid()) * 0, x.clone().bernoulli_(0.3) * 0, x.clone().bernoulli_(1)
#!                                                                                     ^~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! bernoulli.py:25:16: error[NN302]: `torch.bernoulli`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return torch.bernoulli(x.sigmoid(), generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

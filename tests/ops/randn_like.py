"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randn_like(x))
        self.register_buffer('b', torch.randn_like(x, dtype=torch.float64))
        self.register_buffer('c', torch.randn_like(input=x[:, :1]))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randn_like(x) * 0, torch.randn_like(x, dtype=torch.float64) * 0


class Other(nn.Module):
    def forward(self, x):
        torch.set_rng_state(torch.get_rng_state())
        return torch.randn_like(x)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! randn_like.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn_like`, which each run of the model draws anew
#!             return torch.randn_like(x) * 0, torch.randn_like(x, dtype=torch.float64) * 0
#!                    ^~~~~~~~~~~~~~~~~~~
#!
#! randn_like.py:20:41: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randn_like`, which each run of the model draws anew
#!             return torch.randn_like(x) * 0, torch.randn_like(x, dtype=torch.float64) * 0
#!                                             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randn_like.py:25:9: error[NN302]: `torch.set_rng_state`: a seed that `forward` sets or asks for is PyTorch's, whose numbers ONNX cannot repeat
#!             torch.set_rng_state(torch.get_rng_state())
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: seed outside of the model

"""What is drawn once, for buffers, comes from the checkpoint; a run draws its own."""
import torch
from torch import nn


class Built(nn.Module):
    def __init__(self):
        super().__init__()
        x = torch.zeros(4, 3)
        self.register_buffer('a', torch.randint_like(x, 5))
        self.register_buffer('b', torch.randint_like(x, 1, 4, dtype=torch.int64))
        self.register_buffer('c', torch.randint_like(x, low=0, high=2))

    def forward(self, x):
        return x + self.a.sum(), self.b * 2, self.c


class Drawn(nn.Module):
    def forward(self, x):
        return torch.randint_like(x, 5) * 0, torch.randint_like(x, 1, 4, dtype=torch.int64) * 0


class Other(nn.Module):
    def forward(self, x):
        torch.default_generator.manual_seed(0)
        return torch.randint_like(x, 5)


#> --class Built --input 'x:float32[N,3]'
#> --class Drawn --input 'x:float32[N,3]'
#! randint_like.py:20:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint_like`, which each run of the model draws anew
#!             return torch.randint_like(x, 5) * 0, torch.randint_like(x, 1, 4, dtype=torch.int64) * 0
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~
#!
#! randint_like.py:20:46: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.randint_like`, which each run of the model draws anew
#!             return torch.randint_like(x, 5) * 0, torch.randint_like(x, 1, 4, dtype=torch.int64) * 0
#!                                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! randint_like.py:25:9: error[NN302]: `torch.Generator.manual_seed`: a seed that `forward` sets or asks for is PyTorch's, whose numbers ONNX cannot repeat
#!             torch.default_generator.manual_seed(0)
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: seed outside of the model

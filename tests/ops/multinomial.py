"""Draws by weights that are known only when the model runs."""
import torch
from torch import nn


class Drawn(nn.Module):
    def forward(self, x):
        weights = x.softmax(1)
        some = torch.multinomial(weights, num_samples=4, replacement=True)
        return (torch.multinomial(weights, 3).sort().values, torch.multinomial(weights[0], 1) * 0,
                some * 0, torch.multinomial(input=(x > x.amin(1, keepdim=True)).float(), num_samples=2).sort().values)


class Other(nn.Module):
    def forward(self, x):
        return torch.multinomial(x.long(), 1)


class Generated(nn.Module):
    def forward(self, x):
        return torch.multinomial(x.softmax(1), 1, generator=torch.default_generator)


#> --class Drawn --input 'x:float32[N,3]'
#! multinomial.py:9:16: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             some = torch.multinomial(weights, num_samples=4, replacement=True)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! multinomial.py:10:17: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             return (torch.multinomial(weights, 3).sort().values, torch.multinomial(weights[0], 1) * 0,
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! multinomial.py:10:62: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!             return (torch.multinomial(weights, 3).sort().values, torch.multinomial(weights[0], 1) * 0,
#!                                                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#! multinomial.py:11:27: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.multinomial`, which each run of the model draws anew
#!                     some * 0, torch.multinomial(input=(x > x.amin(1, keepdim=True)).float(), num_samples=2).sort().values)
#!                               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Other --input 'x:float32[N,3]'
#= 1
#! multinomial.py:16:16: error[NN202]: `forward` raises `RuntimeError: multinomial only supports floating-point dtypes for input, got: torch.int64`
#!             return torch.multinomial(x.long(), 1)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#> --class Generated --input 'x:float32[N,3]'
#= 1
#! multinomial.py:21:16: error[NN302]: `torch.multinomial`: a `generator` has numbers of its own, which ONNX cannot repeat
#!             return torch.multinomial(x.softmax(1), 1, generator=torch.default_generator)
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: draw from the default generator, or outside of the model

import torch
from nowhere import Layer
from torch import nn


class Missing(nn.Module):
    """A layer whose module is not there, among others."""

    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(Layer(3), nn.Linear(3, 3))

    def forward(self, x):
        return self.layers(x)


class Refused(nn.Module):
    """What is refused goes on into lists, branches and comprehensions, which say nothing more."""

    def forward(self, x):
        factors = torch.qr(x)[0]
        joined = torch.cat((x, factors), 1)
        return [t for t in (joined, x) if t is not None], torch.stack([joined, joined]) + joined


#> --class Missing --input 'x:float32[2,3]'
#= 1
#! one_refusal_is_reported_once.py:2:1: error[NN106]: cannot find the module `nowhere`
#!     from nowhere import Layer
#!     ^~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: install it in the active virtual environment, or name the folder that holds it with -I: its source is read, never run
#> --class Refused --input 'x:float32[2,3]'
#= 1
#! one_refusal_is_reported_once.py:21:19: error[NN302]: `torch.qr`: matrix factorisations have no ONNX operator
#!             factors = torch.qr(x)[0]
#!                       ^~~~~~~~~~~

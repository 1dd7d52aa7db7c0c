import math

import torch
from torch import nn


class Gamma(nn.Module):
    """No operator computes it, and the exception that follows is nobody's."""

    def forward(self, x):
        scale = math.lgamma(x.sum().item())
        try:
            scale = scale + math.lgamma(x.shape[0])
        except TypeError:
            scale = 1.0
        return x * scale


#> --class Gamma --input 'x:float32[N]' --emit ssa
#= 1
#! math_of_a_number_of_the_run_is_refused_once.py:11:17: error[NN205]: this function of `math` needs a number that is known before the model runs
#!             scale = math.lgamma(x.sum().item())
#!                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   hint: compute it by torch, of a tensor; a size is known if it is given by --input
#! math_of_a_number_of_the_run_is_refused_once.py:13:29: error[NN205]: this function of `math` needs a number that is known before the model runs
#!                 scale = scale + math.lgamma(x.shape[0])
#!                                 ^~~~~~~~~~~~~~~~~~~~~~~
#!   hint: compute it by torch, of a tensor; a size is known if it is given by --input

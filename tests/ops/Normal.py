"""A distribution whose parts are computed; what it draws is nobody's to compare."""
import torch
from torch import nn


class Computed(nn.Module):
    def forward(self, mean, std, x):
        normal = torch.distributions.Normal(mean, std.exp())
        return (normal.mean, normal.stddev, normal.variance, normal.log_prob(x), normal.entropy(),
                normal.cdf(x), normal.scale)


class Drawn(nn.Module):
    def forward(self, mean):
        return torch.distributions.Normal(mean, torch.ones_like(mean)).rsample()


#> --class Computed --input 'mean:float32[N,3]' --input 'std:float32[N,3]' --input 'x:float32[N,3]'
#> --class Drawn --input 'mean:float32[N,3]'
#= 1
#! Normal.py:15:16: error[NN302]: `torch.distributions.normal.Normal.rsample` draws random numbers in `forward`
#!             return torch.distributions.Normal(mean, torch.ones_like(mean)).rsample()
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

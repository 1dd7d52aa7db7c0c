"""A distribution whose parts are computed; what it draws is nobody's to compare."""
import torch
from torch import nn


class Computed(nn.Module):
    def forward(self, mean, std, x):
        normal = torch.distributions.Normal(mean, std.exp())
        return (normal.mean, normal.stddev, normal.variance, normal.log_prob(x), normal.entropy(),
                normal.cdf(x), normal.scale)


class Inverse(nn.Module):
    def forward(self, mean, p):
        return torch.distributions.Normal(mean, 2.0).icdf(p), torch.distributions.Normal(0, 1).icdf(torch.tensor(0.3))


class Unknown(nn.Module):
    def forward(self, mean):
        normal = torch.distributions.Normal(mean, 2.0)
        return mean * hasattr(normal, 'no_such'), normal.expand([4])


class Drawn(nn.Module):
    def forward(self, mean):
        return torch.distributions.Normal(mean, torch.ones_like(mean)).rsample()


#> --class Computed --input 'mean:float32[N,3]' --input 'std:float32[N,3]' --input 'x:float32[N,3]'
#> --class Inverse --input 'mean:float32[N,3]' --input 'p:float32[N,3]'
#~ with p=uniform(0.02, 0.98)
#> --class Unknown --input 'mean:float32[3]'
#= 1
#! Normal.py:21:51: error[NN302]: `torch.distributions.Distribution`: `torch.distributions.Normal.expand` is not supported
#!             return mean * hasattr(normal, 'no_such'), normal.expand([4])
#!                                                       ^~~~~~~~~~~~~
#> --class Drawn --input 'mean:float32[N,3]'
#= 1
#! Normal.py:26:16: error[NN302]: `torch.distributions.normal.Normal.rsample` draws random numbers in `forward`
#!             return torch.distributions.Normal(mean, torch.ones_like(mean)).rsample()
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~

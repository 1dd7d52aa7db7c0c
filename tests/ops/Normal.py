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
        normal = torch.distributions.Normal(mean, torch.ones_like(mean))
        return normal.rsample() * 0, normal.sample((2, 3)) * 0, torch.distributions.Normal(1, 2).sample() * 0


#> --class Computed --input 'mean:float32[N,3]' --input 'std:float32[N,3]' --input 'x:float32[N,3]'
#! Normal.py:8:18: warning[NN505]: the graph is exact under the assumption that `Normal` is given scales above 0 alone
#!             normal = torch.distributions.Normal(mean, std.exp())
#!                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Inverse --input 'mean:float32[N,3]' --input 'p:float32[N,3]'
#~ with p=uniform(0.02, 0.98)
#! Normal.py:15:16: warning[NN505]: the graph is exact under the assumption that `Normal` is given scales above 0 alone
#!             return torch.distributions.Normal(mean, 2.0).icdf(p), torch.distributions.Normal(0, 1).icdf(torch.tensor(0.3))
#!                    ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class Unknown --input 'mean:float32[3]'
#= 1
#! Normal.py:21:51: error[NN302]: `torch.distributions.distribution.Distribution`: `torch.distributions.Normal.expand` is not supported
#!             return mean * hasattr(normal, 'no_such'), normal.expand([4])
#!                                                       ^~~~~~~~~~~~~
#> --class Drawn --input 'mean:float32[N,3]'
#= 1
#! nnscan: error: the onnx library rejects the model: Attribute 'shape' is expected to have field 'ints'
#!
#! ==> Context: Bad node spec for node. Name: /RandomNormal OpType: RandomNormal

import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.PReLU(*args, **options)

    def forward(self, x):
        return (self.layer(x), F.prelu(x, self.layer.weight),
                torch.prelu(x, weight=self.layer.weight), x.prelu(self.layer.weight))


class Scalar(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.tensor([0.3]))

    def forward(self, x):
        return F.prelu(x, self.weight)


#> --class Layer --input 'x:float32[N,4]'
#> --class 'Layer(4, init=0.1)' --input 'x:float32[N,4,M,2]'
#> --class 'Layer(num_parameters=3)' --input 'x:float32[N,3]'
#> --class 'Layer(1, dtype=torch.float64)' --input 'x:float64[N,3]'
#> --class Scalar --input 'x:float32[]'
#> --class 'Layer(3)' --input 'x:float32[N,4]'
#= 1
#! prelu.py:12:17: error[NN401]: `forward` raises `RuntimeError: Mismatch of parameter numbers and input channel size. Found parameter numbers = 3 and channel size = 4.`
#!             return (self.layer(x), F.prelu(x, self.layer.weight),
#!                     ^~~~~~~~~~~~~

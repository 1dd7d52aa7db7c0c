import torch
import torch.nn.functional as F
from torch import nn


class Spellings(nn.Module):
    def __init__(self, *args, **options):
        super().__init__()
        self.layer = nn.LayerNorm(*args, **options)

    def forward(self, x):
        n = self.layer
        return (n(x), F.layer_norm(x, n.normalized_shape, n.weight, n.bias, n.eps),
                F.layer_norm(x, n.normalized_shape),
                F.layer_norm(x, n.normalized_shape, weight=n.weight),
                torch.layer_norm(x, n.normalized_shape, n.weight, n.bias, 1e-3),
                F.layer_norm(x, x.shape[-1:]))


#> --class 'Spellings(4)' --input 'x:float32[N,4]'
#> --class 'Spellings((3, 4), eps=0.1)' --input 'x:float32[N,3,4]'
#> --class 'Spellings([4], elementwise_affine=False)' --input 'x:float32[4]'
#> --class 'Spellings(torch.Size([4]), dtype=torch.float64)' --input 'x:float64[N,2,4]'
#> --class 'Spellings(4)' --input 'x:float32[N,5]'
#= 1
#! layer_norm.py:13:17: error[NN401]: `forward` raises `RuntimeError: Given normalized_shape=[4], expected input with shape [*, 4], but got input of size[N, 5]`
#!             return (n(x), F.layer_norm(x, n.normalized_shape, n.weight, n.bias, n.eps),
#!                     ^~~~

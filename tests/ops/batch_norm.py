import torch
import torch.nn.functional as F
from torch import nn


class Layer(nn.Module):
    def __init__(self, kind, *args, train=False, **options):
        super().__init__()
        self.layer = getattr(nn, kind)(*args, **options)
        self.layer.train(train)

    def forward(self, x):
        return self.layer(x)


class Function(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = nn.BatchNorm2d(3)

    def forward(self, x):
        n = self.norm
        stats = n.running_mean, n.running_var
        return (F.batch_norm(x, *stats),
                F.batch_norm(x, *stats, n.weight, n.bias, False, 0.1, 1e-3),
                F.batch_norm(x, *stats, weight=n.weight, bias=n.bias, eps=0.5),
                torch.batch_norm(x, n.weight, n.bias, *stats, False, 0.1, 1e-5, False),
                F.batch_norm(x, None, None, training=True))


#> --class 'Layer("BatchNorm2d", 3)' --input 'x:float32[N,3,H,W]'
#> --class 'Layer("BatchNorm1d", 3, eps=0.1, momentum=None)' --input 'x:float32[N,3]'
#> --class 'Layer("BatchNorm1d", 3, affine=False)' --input 'x:float32[N,3,L]'
#> --class 'Layer("BatchNorm3d", 3)' --input 'x:float32[N,3,2,H,W]'
#> --class 'Layer("SyncBatchNorm", 3)' --input 'x:float32[N,3,H,W]'
#~ skip PyTorch 1.13 has it on a GPU alone
#> --class 'Layer("BatchNorm2d", 3, track_running_stats=False)' --input 'x:float32[N,3,4,3]'
#> --class 'Layer("BatchNorm2d", 3, dtype=torch.float64)' --input 'x:float64[N,3,2,2]'
#> --class Function --input 'x:float32[N,3,2,3]'
#> --class 'Layer("BatchNorm2d", 3)' --input 'x:float32[N,3]'
#= 1
#! batch_norm.py:13:16: error[NN401]: `forward` raises `ValueError: expected 4D input (got 2D input)`
#!             return self.layer(x)
#!                    ^~~~~~~~~~~~~
#> --class 'Layer("BatchNorm2d", 4)' --input 'x:float32[N,3,2,2]'
#= 1
#! batch_norm.py:13:16: error[NN401]: `forward` raises `RuntimeError: running_mean should contain 3 elements not 4`
#!             return self.layer(x)
#!                    ^~~~~~~~~~~~~
#!   hint: the input has 3 channels: `num_features=3`

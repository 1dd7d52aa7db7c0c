import torch
from torch import nn
from torchvision.ops import StochasticDepth, stochastic_depth


class Layer(nn.Module):
    def __init__(self, p, mode):
        super().__init__()
        self.depth = StochasticDepth(p, mode)

    def forward(self, x):
        return x + self.depth(x)


class Never(nn.Module):
    def forward(self, x):
        return stochastic_depth(x, 0.0, 'batch', training=True)


class Drawn(nn.Module):
    def forward(self, x):
        ones = torch.ones(400, 4)
        rows = stochastic_depth(ones, 0.25, 'row', training=True)
        whole = stochastic_depth(ones, 0.25, 'batch', training=True)
        return rows.unique(), (rows - rows[:, :1]).abs().max(), (whole - whole[0, 0]).abs().max()


#> --class 'Layer(0.3, "row")' --input 'x:float32[N,4,5]' -I $PACKAGES
#> --class Never --input 'x:float32[N,4]' -I $PACKAGES
#> --class Drawn --input 'x:float32[2,4]' -I $PACKAGES
#! $PACKAGES/torchvision/ops/stochastic_depth.py:41:13: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!         noise = noise.bernoulli_(survival_rate)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!
#> --class 'Layer(0.3, "column")' --input 'x:float32[2,4]' -I $PACKAGES --train
#= 1
#! $PACKAGES/torchvision/ops/stochastic_depth.py:31:9: error[NN202]: `forward` raises `ValueError: mode has to be either 'batch' or 'row', but got column`
#!             raise ValueError(f"mode has to be either 'batch' or 'row', but got {mode}")
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/stochastic_depth.py:62:16 in `StochasticDepth.forward`
#!   called from stochastic_depth.py:12:20 in `Layer.forward`

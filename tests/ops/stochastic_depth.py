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


#> --class 'Layer(0.3, "row")' --input 'x:float32[N,4,5]' -I $PACKAGES
#> --class Never --input 'x:float32[N,4]' -I $PACKAGES
#> --class 'Layer(0.3, "batch")' --input 'x:float32[2,4]' -I $PACKAGES --train
#= 1
#! $PACKAGES/torchvision/ops/stochastic_depth.py:41:13: error[NN302]: `torch.bernoulli_` draws random numbers in `forward`
#!         noise = noise.bernoulli_(survival_rate)
#!                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/stochastic_depth.py:62:16 in `StochasticDepth.forward`
#!   called from stochastic_depth.py:11:20 in `Layer.forward`
#> --class 'Layer(0.3, "column")' --input 'x:float32[2,4]' -I $PACKAGES --train
#= 1
#! $PACKAGES/torchvision/ops/stochastic_depth.py:31:9: error[NN202]: `forward` raises `ValueError: mode has to be either 'batch' or 'row', but got column`
#!             raise ValueError(f"mode has to be either 'batch' or 'row', but got {mode}")
#!             ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/stochastic_depth.py:62:16 in `StochasticDepth.forward`
#!   called from stochastic_depth.py:11:20 in `Layer.forward`

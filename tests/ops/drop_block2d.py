from torch import nn
from torchvision.ops import DropBlock2d, DropBlock3d, drop_block2d, drop_block3d


class Layers(nn.Module):
    def __init__(self):
        super().__init__()
        self.flat = DropBlock2d(0.4, 3)
        self.solid = DropBlock3d(0.4, 3)

    def forward(self, x):
        return self.flat(x), self.solid(x[None])


class Certain(nn.Module):
    """What no random number decides."""

    def forward(self, x):
        kept = drop_block2d(x, 0.0, 3), drop_block3d(x[None], 0.0, 3)
        return kept, drop_block2d(x, 0.5, 3, training=False)


#> --class Layers --input 'x:float32[N,4,H,W]' -I $PACKAGES
#> --class Certain --input 'x:float32[N,4,H,W]' -I $PACKAGES
#> --class Layers --input 'x:float32[2,4,6,6]' -I $PACKAGES --train
#= 1
#! $PACKAGES/torchvision/ops/drop_block.py:42:5: error[NN302]: `torch.bernoulli_` draws random numbers in `forward`
#!         noise.bernoulli_(gamma)
#!         ^~~~~~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/drop_block.py:129:16 in `DropBlock2d.forward`
#!   called from drop_block2d.py:12:16 in `Layers.forward`
#! $PACKAGES/torchvision/ops/drop_block.py:90:5: error[NN302]: `torch.bernoulli_` draws random numbers in `forward`
#!         noise.bernoulli_(gamma)
#!         ^~~~~~~~~~~~~~~~~~~~~~~
#!   called from $PACKAGES/torchvision/ops/drop_block.py:155:16 in `DropBlock3d.forward`
#!   called from drop_block2d.py:12:30 in `Layers.forward`

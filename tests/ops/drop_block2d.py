import torch
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


class Drawn(nn.Module):
    """What is dropped is dropped in blocks, and what is left keeps the mean."""

    def forward(self, x):
        flat = drop_block2d(torch.ones(8, 4, 20, 20), 0.3, 3)
        solid = drop_block3d(torch.ones(4, 4, 9, 9, 9), 0.3, 3)
        lone = (flat == 0).float()
        blocks = nn.functional.avg_pool2d(lone, 3, 1).amax((2, 3))
        return ((flat.mean() * 100).round(), (solid.mean() * 100).round(), flat.min(), solid.min(),
                blocks.min().round())


#> --class Layers --input 'x:float32[N,4,H,W]' -I $PACKAGES
#> --class Certain --input 'x:float32[N,4,H,W]' -I $PACKAGES
#> --class Drawn --input 'x:float32[2]' -I $PACKAGES
#! $PACKAGES/torchvision/ops/drop_block.py:42:5: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!         noise.bernoulli_(gamma)
#!         ^~~~~~~~~~~~~~~~~~~~~~~
#!
#! $PACKAGES/torchvision/ops/drop_block.py:90:5: warning[NN505]: the graph is exact under the assumption that nobody needs the very numbers of `torch.bernoulli_`, which each run of the model draws anew
#!         noise.bernoulli_(gamma)
#!         ^~~~~~~~~~~~~~~~~~~~~~~
#!

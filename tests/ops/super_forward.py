"""A layer's own forward, called by its subclass."""
import torch
from torch import nn


class Norm(nn.LayerNorm):
    """nn.LayerNorm in float32, as models for half precision have it."""

    def forward(self, x):
        return super().forward(x.float()).type(x.dtype)


class Scaled(nn.Embedding):
    """nn.Embedding"""

    def forward(self, i):
        return super().forward(i) * self.embedding_dim ** 0.5


class Gated(nn.Linear):
    """nn.Linear"""

    def forward(self, x):
        return super().forward(x) * torch.sigmoid(super().forward(-x))


class Standardized(nn.Conv2d):
    """nn.Conv2d"""

    def forward(self, x):
        return super().forward(x - x.mean())


class Solid(nn.Conv3d):
    """nn.Conv3d"""

    def forward(self, x):
        return super(Solid, self).forward(x) + 1


class Grown(nn.ConvTranspose2d):
    """nn.ConvTranspose2d"""

    def forward(self, x):
        return super().forward(x, output_size=[x.size(2) * 2, x.size(3) * 2])


class Grouped(nn.GroupNorm):
    """nn.GroupNorm, channels last"""

    def forward(self, x):
        return super().forward(x.transpose(1, -1)).transpose(1, -1)


class Activated(nn.BatchNorm2d):
    """nn.BatchNorm2d"""

    def forward(self, x):
        return torch.relu(super().forward(x))


class Chain(nn.Sequential):
    """nn.Sequential"""

    def forward(self, x):
        return super().forward(x) + x


class All(nn.Module):
    def __init__(self):
        super().__init__()
        self.embed = Scaled(5, 4)
        self.chain = Chain(Norm(4), Gated(4, 4))
        grown = Grown(4, 4, 2, stride=2)
        self.image = nn.Sequential(Standardized(4, 4, 3, padding=1), Activated(4), grown)
        self.group = Grouped(2, 4)
        self.solid = Solid(4, 2, 1)

    def forward(self, i, x):
        y = self.chain(self.embed(i))
        z = self.image(x)
        return y, z, self.group(y), self.solid(z[:, :, None])


#> --class All --input 'i:int64[N,3]' --input 'x:float32[N,4,H,W]'

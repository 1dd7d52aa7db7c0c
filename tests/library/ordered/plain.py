from torch import nn

from .registry import LAYERS

LAYERS.register("ReLU", layer=nn.ReLU)
LAYERS.register("Tanh", layer=nn.Tanh)


@LAYERS.register("Scale")
class Unscaled(nn.Module):
    def forward(self, x):
        return x


def build_layer(name, *args):
    return LAYERS.build(name, *args)

import torch
from torch import nn

from .registry import LAYERS


@LAYERS.register("Scale", force=True)
class Scale(nn.Module):
    def forward(self, x):
        return x * 3


@LAYERS.register("ReLU", force=True)
class WrappedReLU(nn.ReLU):
    def forward(self, x):
        return super().forward(x) + 1

"""PixelShuffle and PixelUnshuffle."""
from .module import Module
from .. import functional as F

__module__ = 'torch.nn.modules.pixelshuffle'


class PixelShuffle(Module):

    def __init__(self, upscale_factor):
        super().__init__()
        self.upscale_factor = upscale_factor

    def forward(self, input):
        return F.pixel_shuffle(input, self.upscale_factor)


class PixelUnshuffle(Module):

    def __init__(self, downscale_factor):
        super().__init__()
        self.downscale_factor = downscale_factor

    def forward(self, input):
        return F.pixel_unshuffle(input, self.downscale_factor)

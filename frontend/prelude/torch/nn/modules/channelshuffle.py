"""ChannelShuffle."""
from .module import Module
from .. import functional as F

__module__ = 'torch.nn.modules.channelshuffle'


class ChannelShuffle(Module):

    def __init__(self, groups):
        super().__init__()
        self.groups = groups

    def forward(self, input):
        return F.channel_shuffle(input, self.groups)

"""torch.nn.attention: choices of kernel, which change no numbers."""
from ...autograd import _Mode

__module__ = 'torch.nn.attention'


class SDPBackend:
    ERROR = -1
    MATH = 0
    FLASH_ATTENTION = 1
    EFFICIENT_ATTENTION = 2
    CUDNN_ATTENTION = 3


class sdpa_kernel(_Mode):

    def __init__(self, backends, set_priority=False):
        super().__init__()

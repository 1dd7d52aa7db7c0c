"""torch.cuda.amp: off, as there is no such device."""
from ..amp import GradScaler, custom_bwd, custom_fwd
from ..amp import autocast as _autocast

__module__ = 'torch.cuda.amp'


class autocast(_autocast):

    def __init__(self, enabled=True, dtype=None, cache_enabled=True):
        super().__init__('cuda', dtype, enabled, cache_enabled)

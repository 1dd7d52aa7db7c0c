"""torch.amp. Mixed precision is a choice of the run, not of the model: it is off."""
import _native
from ..autograd import _Mode

__module__ = 'torch.amp'


class autocast(_Mode):

    def __init__(self, device_type='cuda', dtype=None, enabled=True, cache_enabled=None):
        super().__init__()
        self._enabled = False


class GradScaler:

    def __init__(self, *args, **kwargs):
        self._enabled = False

    def is_enabled(self):
        return False


def custom_fwd(fwd=None, *, device_type=None, cast_inputs=None):
    return (lambda f: f) if fwd is None else fwd


def custom_bwd(bwd=None, *, device_type=None):
    return (lambda f: f) if bwd is None else bwd


def is_autocast_enabled(device_type=None):
    return False


def is_autocast_available(device_type):
    return False


def get_autocast_gpu_dtype():
    return _native.dtypes.float16


from . import autocast_mode

"""torch.cuda: no such device."""
import _native
from ..autograd import _Mode
from .._typed import (
    BFloat16Tensor, BoolTensor, ByteTensor, CharTensor, DoubleTensor, FloatTensor, HalfTensor,
    IntTensor, LongTensor, ShortTensor)
from . import amp

__module__ = 'torch.cuda'


def is_available():
    return False


def is_initialized():
    return False


def is_bf16_supported(including_emulation=True):
    return False


def is_current_stream_capturing():
    return False


def device_count():
    return 0


def current_device():
    raise RuntimeError('No CUDA GPUs are available')


def get_device_name(device=None):
    raise RuntimeError('No CUDA GPUs are available')


def get_device_capability(device=None):
    raise RuntimeError('No CUDA GPUs are available')


def get_device_properties(device):
    raise RuntimeError('No CUDA GPUs are available')


def synchronize(device=None):
    return None


def empty_cache():
    return None


def manual_seed(seed):
    return None


def manual_seed_all(seed):
    return None


def memory_allocated(device=None):
    return 0


def max_memory_allocated(device=None):
    return 0


def set_device(device):
    return None


def current_stream(device=None):
    return _native.refuse('streams have no meaning in an exported graph')


class device(_Mode):
    pass


class stream(_Mode):
    pass


class Stream:

    def __init__(self, *args, **kwargs):
        _native.refuse('streams have no meaning in an exported graph')


class Event:

    def __init__(self, *args, **kwargs):
        _native.refuse('events have no meaning in an exported graph')

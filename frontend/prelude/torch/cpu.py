"""torch.cpu: the one device that there is. What it can do does not show in the graph."""

__module__ = 'torch.cpu'


def is_available():
    return True


def device_count():
    return 1


def current_device():
    return 'cpu'


def synchronize(device=None):
    pass


def _is_avx2_supported():
    return False


def _is_avx512_supported():
    return False

"""torch._C: the few private names that models call."""
from .._random import Generator
from .._size import Size

__module__ = 'torch._C'


def _log_api_usage_once(event):
    return None


def _get_tracing_state():
    return None


def _is_tracing():
    return False


def _jit_set_profiling_executor(mode):
    return False


def _jit_set_profiling_mode(mode):
    return False


def _jit_override_can_fuse_on_cpu(mode):
    return None


def _jit_override_can_fuse_on_gpu(mode):
    return None


def _jit_set_texpr_fuser_enabled(mode):
    return None


def _jit_set_nvfuser_enabled(mode):
    return False


class Value:
    """Only a name for annotations."""


class Graph:
    """Only a name for annotations."""

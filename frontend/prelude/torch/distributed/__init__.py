"""torch.distributed: one process."""
import _native

__module__ = 'torch.distributed'


def is_available():
    return False


def is_initialized():
    return False


def is_nccl_available():
    return False


def is_torchelastic_launched():
    return False


def get_rank(group=None):
    return 0


def get_world_size(group=None):
    return 1


def barrier(group=None, async_op=False, device_ids=None):
    return None


def _needs_processes(name):
    return _native.refuse(f'`torch.distributed.{name}` needs several processes')


def all_reduce(tensor, op=None, group=None, async_op=False):
    return _needs_processes('all_reduce')


def all_gather(tensor_list, tensor, group=None, async_op=False):
    return _needs_processes('all_gather')


def broadcast(tensor, src, group=None, async_op=False):
    return _needs_processes('broadcast')


def reduce(tensor, dst, op=None, group=None, async_op=False):
    return _needs_processes('reduce')


def init_process_group(*args, **kwargs):
    return _needs_processes('init_process_group')


def new_group(*args, **kwargs):
    return _needs_processes('new_group')


class ReduceOp:
    SUM = 0
    PRODUCT = 1
    MIN = 3
    MAX = 4


class ProcessGroup:
    """Only a name for annotations."""


class group:
    WORLD = None

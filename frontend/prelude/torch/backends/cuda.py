from ..autograd import _Mode

__module__ = 'torch.backends.cuda'


class _Matmul:
    allow_tf32 = False
    allow_fp16_reduced_precision_reduction = False


matmul = _Matmul()


def is_built():
    return False


def flash_sdp_enabled():
    return False


def mem_efficient_sdp_enabled():
    return False


def math_sdp_enabled():
    return True


def enable_flash_sdp(enabled):
    return None


def enable_mem_efficient_sdp(enabled):
    return None


def enable_math_sdp(enabled):
    return None


class sdp_kernel(_Mode):

    def __init__(self, enable_flash=True, enable_math=True, enable_mem_efficient=True):
        super().__init__()

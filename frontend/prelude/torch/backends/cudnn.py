from ..autograd import _Mode

__module__ = 'torch.backends.cudnn'

enabled = False
benchmark = False
deterministic = False
allow_tf32 = False


def is_available():
    return False


def version():
    return None


class flags(_Mode):

    def __init__(self, **options):
        super().__init__()

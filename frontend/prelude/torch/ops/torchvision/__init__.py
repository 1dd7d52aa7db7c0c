"""torch.ops.torchvision: the operators that torchvision keeps in its C++ library. All else of it is
Python, and read as such. https://pytorch.org/vision/stable/ops.html"""
from .. import _missing
from .boxes import *
from .deform import *
from .regions import *

__module__ = 'torch.ops.torchvision'


def _cuda_version():
    """There is none."""
    return -1


def __getattr__(name):
    return _missing('torchvision', name)

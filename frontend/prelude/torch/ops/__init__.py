"""torch.ops: operators of extension libraries. A package of this folder has what a library offers;
all others are refused by name."""
import _native

__module__ = 'torch.ops'


class _Namespace:

    def __init__(self, name):
        self._name = name

    def __getattr__(self, op):
        return _missing(self._name, op)


def _missing(library, op):
    """An operator that nothing here computes: calling it is the refusal."""
    name = f'torch.ops.{library}.{op}'

    def call(*args, **kwargs):
        return _native.refuse(f'`{name}` is an operator of an extension library')

    return call


def __getattr__(name):
    if name == 'torchvision':
        from . import torchvision
        return torchvision
    if name == 'transformers':
        from . import transformers
        return transformers
    return _Namespace(name)


def load_library(path):
    return None

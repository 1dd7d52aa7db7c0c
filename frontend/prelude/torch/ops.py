"""torch.ops: operators of extension libraries, refused by name."""
import _native

__module__ = 'torch.ops'


class _Namespace:

    def __init__(self, name):
        self._name = name

    def __getattr__(self, op):
        name = f'torch.ops.{self._name}.{op}'

        def call(*args, **kwargs):
            return _native.refuse(f'`{name}` is an operator of an extension library')

        return call


def __getattr__(name):
    return _Namespace(name)


def load_library(path):
    return None

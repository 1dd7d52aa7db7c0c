"""Weights that the source names and the analyser does not read: in a file, or somewhere on a network."""
import _native

from ._support import dtypes

__module__ = 'torch'


class UnreadWeights:
    """A state_dict of unknown numbers, or a dict that holds it, or one tensor of it. A model can load
    it: the numbers are those of --weights, or inputs of the graph. Who looks inside is refused."""

    def __init__(self, refuse):
        self._refuse = refuse

    def __getattr__(self, name):
        return self._refuse()

    def _look(self, *args):
        return self._refuse()

    __setitem__ = __delitem__ = __contains__ = __iter__ = __len__ = _look
    __bool__ = __eq__ = __or__ = __ror__ = __ior__ = __reversed__ = _look

    def __getitem__(self, key):
        return self if isinstance(key, str) else self._refuse()

    def state_dict(self):
        return self

    def load_into(self, module):
        """Forgets every number that the file could have."""
        for key, tensor in module.state_dict(keep_vars=True).items():
            if key.rpartition('.')[2] != 'num_batches_tracked':
                self.load_into_tensor(tensor)

    def load_into_tensor(self, tensor):
        """Where --init fills parameters with numbers of its own, they stay as they are."""
        if not _native.is_constant(_native.random('normal', [1], dtypes.float32)):
            _native.write(tensor, _native.random('empty', tensor.shape, tensor.dtype))


def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None, **pickle_load_args):
    return UnreadWeights(lambda: _native.refuse('`torch.load`: files are not read while a model is analysed',
                                                'build the model without them and give them by --weights'))

"""The base class. A subclass names its parameters; what it does not define is refused by name."""
import _native
from .._create import tensor
from .._join import broadcast_tensors
from .._support import is_tensor

__module__ = 'torch.distributions.distribution'

_PUBLIC = ('arg_constraints', 'batch_shape', 'cdf', 'entropy', 'enumerate_support', 'event_shape',
           'expand', 'has_enumerate_support', 'has_rsample', 'icdf', 'log_prob', 'mean', 'mode',
           'perplexity', 'rsample', 'sample', 'sample_n', 'stddev', 'support', 'variance')


class Distribution:

    def __init__(self, batch_shape=(), event_shape=(), validate_args=None):
        self._checked = validate_args is not False

    def __getattr__(self, name):
        kind = type(self).__name__
        if name in _PUBLIC:
            return _native.refuse(f'`torch.distributions.{kind}.{name}` is not supported')
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")

    def _assume(self, held, what):
        """torch looks at the numbers and raises; no graph can."""
        if self._checked:
            _native.assume(held.all(), f'`{type(self).__name__}` is given {what}')

    @property
    def stddev(self):
        return self.variance.sqrt()

    def sample(self, sample_shape=()):
        return self.rsample(sample_shape)


def parameters(*values):
    """Numbers and tensors as tensors of one shape."""
    return broadcast_tensors(*[value if is_tensor(value) else tensor(float(value))
                               for value in values])


def sizes_of_sample(sample_shape, parameter):
    return list(sample_shape) + list(parameter.shape)

"""Distributions that are known by name only."""
import _native

__module__ = 'torch.distributions'


_PUBLIC = ('arg_constraints', 'batch_shape', 'cdf', 'entropy', 'enumerate_support', 'event_shape',
           'expand', 'has_enumerate_support', 'has_rsample', 'icdf', 'log_prob', 'mean', 'mode',
           'perplexity', 'rsample', 'sample_n', 'stddev', 'support', 'variance')


class Distribution:
    """The base class."""

    def __getattr__(self, name):
        kind = type(self).__name__
        if name in _PUBLIC:
            return _native.refuse(f'`torch.distributions.{kind}.{name}` is not supported')
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")

    def sample(self, sample_shape=()):
        return _native.refuse('a sample draws random numbers, so no run gives the numbers of '
                              'another')


class _Unknown(Distribution):

    def __init__(self, *args, **kwargs):
        _native.refuse(f'`torch.distributions.{type(self).__name__}` has no lowering')


class Bernoulli(_Unknown):
    pass


class Categorical(_Unknown):
    pass


class Gumbel(_Unknown):
    pass


class Uniform(_Unknown):
    pass

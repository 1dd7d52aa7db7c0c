"""Distributions that are known by name only."""
import _native

__module__ = 'torch.distributions'


class Distribution:
    """The base class."""

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

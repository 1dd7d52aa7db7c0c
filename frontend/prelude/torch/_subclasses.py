"""torch._subclasses: no tensor of an analysis is one of these."""

__module__ = 'torch._subclasses'


class FakeTensor:
    """Only a name for isinstance."""


class FakeTensorMode:
    """Only a name for isinstance."""

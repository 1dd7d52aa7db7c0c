"""The one exception of einops."""

__module__ = 'einops'


class EinopsError(RuntimeError):
    """A pattern that is malformed, or that does not fit its tensor."""

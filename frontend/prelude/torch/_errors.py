"""Exceptions as PyTorch raises them, which carry the diagnostic that they are if nobody catches
them: shapes that do not fit (NN401), dtypes that do not fit (NN404)."""


def shape_error(message, kind=RuntimeError, hint=None):
    """To be raised where sizes or numbers of axes do not fit; `hint` suggests an edit."""
    return _attached(kind(message), 'NN401', hint)


def dtype_error(message, kind=RuntimeError, hint=None):
    """To be raised where an operation has no meaning, in torch, for these dtypes."""
    return _attached(kind(message), 'NN404', hint)


def _attached(error, code, hint):
    error._diagnostic = (code, hint)
    return error

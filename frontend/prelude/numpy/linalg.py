"""Norms; the rest of linear algebra is refused by its name."""
import _python
import torch

from ._array import as_array, result

__module__ = 'numpy.linalg'


def norm(x, ord=None, axis=None, keepdims=False):
    if ord not in (None, 2) or (ord == 2 and axis is None and as_array(x).ndim > 1):
        return _python.refuse(f'`np.linalg.norm` with ord={ord} is not supported')
    x = as_array(x)
    tensor = x._tensor if x.dtype.kind == 'f' else x._tensor.to(torch.float64)
    squares = tensor * tensor
    total = squares.sum() if axis is None else squares.sum(axis, keepdim=keepdims)
    return result(torch.sqrt(total))

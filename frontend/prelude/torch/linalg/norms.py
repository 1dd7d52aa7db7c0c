import _native
import onnx
from .._reduce import vector_norm
from .._support import axis_of, cast, refuse_out

__module__ = 'torch.linalg'


def matrix_norm(A, ord='fro', dim=(-2, -1), keepdim=False, *, dtype=None, out=None):
    refuse_out(out)
    x = A if dtype is None else cast(A, dtype)
    rows, columns = axis_of(dim[0], x.ndim), axis_of(dim[1], x.ndim)
    keep = 1 if keepdim else 0
    if ord == 'fro':
        return onnx.ReduceL2(x, [rows, columns], keepdims=keep)
    extremes = {1: (rows, columns, onnx.ReduceMax), -1: (rows, columns, onnx.ReduceMin),
                float('inf'): (columns, rows, onnx.ReduceMax),
                float('-inf'): (columns, rows, onnx.ReduceMin)}
    if ord not in extremes:
        return _native.refuse(f'the matrix norm {ord!r} needs singular values')
    inner, outer, op = extremes[ord]
    sums = onnx.ReduceSum(onnx.Abs(x), [inner], keepdims=1)
    result = op(sums, [outer], keepdims=1)
    return result if keepdim else onnx.Squeeze(result, [rows, columns])


def norm(A, ord=None, dim=None, keepdim=False, *, out=None, dtype=None):
    """Of vectors where `dim` is one axis (or no order is given), else of matrices."""
    if ord is None:
        return vector_norm(A, 2, dim, keepdim, dtype=dtype, out=out)
    if isinstance(dim, int) or (dim is not None and len(dim) == 1):
        return vector_norm(A, ord, dim, keepdim, dtype=dtype, out=out)
    if dim is None and A.ndim == 1:
        return vector_norm(A, ord, None, keepdim, dtype=dtype, out=out)
    return matrix_norm(A, ord, (-2, -1) if dim is None else dim, keepdim, dtype=dtype, out=out)


def diagonal(A, *, offset=0, dim1=-2, dim2=-1):
    from .._view import diagonal
    return diagonal(A, offset, dim1, dim2)

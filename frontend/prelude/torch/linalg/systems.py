import onnx
from .._elimination import assume_regular, check_square, eliminate
from .._errors import shape_error
from .._matrix import mT
from .._support import broadcast_sizes, count_up, expanded, refuse_out, same_sizes

__module__ = 'torch.linalg'


def solve_triangular(A, B, *, upper, left=True, unitriangular=False, out=None):
    """The X of AX = B or XA = B by substitution: row by row, of one triangle of A."""
    refuse_out(out)
    check_square(A, 'linalg.solve_triangular')
    if B.ndim < 2:
        raise shape_error('linalg.solve_triangular: The input tensor B must have at least 2 '
                          'dimensions.')
    if not left:
        A, B, upper = mT(A), mT(B), not upper
    batch = broadcast_sizes(A.shape[:-2], B.shape[:-2])
    A = expanded(A, list(batch) + list(A.shape[-2:]))
    X = expanded(B, list(batch) + list(B.shape[-2:]))
    size, last = A.shape[-1], A.ndim - 1
    places = onnx.Unsqueeze(count_up(0, size), [1])
    for i in range(size):
        k = size - 1 - i if upper else i
        column = onnx.Unsqueeze(onnx.Gather(A, k, axis=last), [last])
        row = onnx.Unsqueeze(onnx.Gather(X, k, axis=last - 1), [last - 1])
        if not unitriangular:
            pivot = onnx.Unsqueeze(onnx.Gather(column, k, axis=last - 1), [last - 1])
            row = onnx.Div(row, pivot)
        open_rows = onnx.Less(places, k) if upper else onnx.Greater(places, k)
        X = onnx.Where(open_rows, onnx.Sub(X, onnx.Mul(column, row)), X)
        X = onnx.Where(onnx.Equal(places, k), row, X)
    return X if left else mT(X)


def solve(A, B, *, left=True, out=None):
    """The X of AX = B or XA = B; B is a vector, or a batch of vectors, as its sizes say."""
    refuse_out(out)
    check_square(A, 'linalg.solve')
    assume_regular('linalg.solve')
    vector = B.ndim == 1 or (A.ndim - 1 == B.ndim and same_sizes(B.shape, A.shape[:-1]))
    if vector:
        B = onnx.Unsqueeze(B, [-1])
    elif not left:
        A, B = mT(A), mT(B)
    batch = broadcast_sizes(A.shape[:-2], B.shape[:-2])
    A = expanded(A, list(batch) + list(A.shape[-2:]))
    B = expanded(B, list(batch) + list(B.shape[-2:]))
    X = eliminate(A, B)[0]
    if vector:
        return onnx.Squeeze(X, [-1])
    return X if left else mT(X)

import onnx
from .._elimination import assume_regular, check_square, eliminate
from .._matrix import mT
from .._support import broadcast_sizes, expanded, refuse_out, same_sizes

__module__ = 'torch.linalg'


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

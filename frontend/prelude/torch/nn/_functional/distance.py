"""Distances between vectors."""
import _native
import onnx
from ... import _kernels as kernels
from ..._support import broadcast_sizes, dtypes, expanded, known, promoted
from ..._reduce import vector_norm

__module__ = 'torch.nn.functional'


def cosine_similarity(x1, x2, dim=1, eps=1e-8):
    """Each vector is divided by its own length, at least eps."""
    a, b = promoted(x1, x2)
    sizes = broadcast_sizes(a.shape, b.shape)
    a, b = expanded(a, sizes), expanded(b, sizes)
    lengths = [kernels.Clip(vector_norm(x, 2, dim, True), eps) for x in (a, b)]
    ratio = onnx.Mul(onnx.Div(a, lengths[0]), onnx.Div(b, lengths[1]))
    return onnx.ReduceSum(ratio, [dim], keepdims=0)


def pairwise_distance(x1, x2, p=2.0, eps=1e-6, keepdim=False):
    a, b = promoted(x1, x2)
    return vector_norm(onnx.Add(onnx.Sub(a, b), eps), p, -1, keepdim)


def pdist(input, p=2.0):
    """Distances of each pair of rows, in the order of the upper triangle."""
    count = input.shape[0]
    if not known(count):
        return _native.refuse('`pdist` of an unknown number of rows', 'give it with --input',
                              code='NN403')
    pairs = [(i, j) for i in range(count) for j in range(i + 1, count)]
    left = onnx.Gather(input, _native.constant([i for i, _ in pairs], dtypes.int64), axis=0)
    right = onnx.Gather(input, _native.constant([j for _, j in pairs], dtypes.int64), axis=0)
    return vector_norm(onnx.Sub(left, right), p, -1)

"""Affine maps."""
import _native
import onnx
from ... import _kernels as kernels
from ..._support import check_same_dtype, check_tensor, known

__module__ = 'torch.nn.functional'


def linear(input, weight, bias=None):
    """Gemm of two axes, else MatMul with the transposed weight and Add."""
    check_tensor(input)
    check_same_dtype(input, weight)
    if weight.ndim == 1:
        product = kernels.MatMul(input, weight)
        return product if bias is None else onnx.Add(product, bias)
    ndim = _native.rank(input)
    if ndim is None:
        product = onnx.MatMul(input, onnx.Transpose(weight, perm=[1, 0]))
        return product if bias is None else onnx.Add(product, bias)
    if ndim == 0:
        raise RuntimeError('both arguments to linear need to be at least 1D, but they are 0D and '
                           f'{weight.ndim}D')
    _check_features(input, weight)
    if ndim == 2 and (bias is None or bias.ndim <= 1) and input.dtype.is_floating_point:
        return onnx.Gemm(input, weight, bias, transB=1)
    product = kernels.MatMul(input, onnx.Transpose(weight, perm=[1, 0]))
    return product if bias is None else onnx.Add(product, bias)


def _check_features(input, weight):
    have, want = input.shape[-1], weight.shape[1]
    if known(have) and known(want) and have != want:
        rows = 1
        for size in input.shape[:-1]:
            rows = rows * size
        raise RuntimeError(f'mat1 and mat2 shapes cannot be multiplied ({rows}x{have} and '
                           f'{want}x{weight.shape[0]})')


def bilinear(input1, input2, weight, bias=None):
    """y[k] = input1 @ weight[k] @ input2."""
    result = kernels.Einsum(input1, weight, input2, equation='...i,kij,...j->...k')
    return result if bias is None else onnx.Add(result, bias)

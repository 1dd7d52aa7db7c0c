"""Affine maps."""
import _native
import onnx
from ... import _kernels as kernels
from ..._errors import shape_error
from ..._support import check_same_dtype, check_tensor, differ, known, product

__module__ = 'torch.nn.functional'


def linear(input, weight, bias=None):
    """Gemm of two axes, else MatMul with the transposed weight and Add."""
    check_tensor(input)
    if input.dtype != weight.dtype:
        check_same_dtype(input, weight)
    if weight.ndim == 1:
        product = kernels.MatMul(input, weight)
        return product if bias is None else onnx.Add(product, bias)
    ndim = _native.rank(input)
    if ndim is None:
        product = onnx.MatMul(input, onnx.Transpose(weight, perm=[1, 0]))
        return product if bias is None else onnx.Add(product, bias)
    if ndim == 0:
        raise shape_error('both arguments to linear need to be at least 1D, but they are 0D and '
                          f'{weight.ndim}D')
    if differ(input.shape[-1], weight.shape[1]):
        _refuse_features(input, weight)
    if ndim == 2 and (bias is None or bias.ndim <= 1) and input.dtype.is_floating_point:
        return onnx.Gemm(input, weight, bias, transB=1)
    product = kernels.MatMul(input, onnx.Transpose(weight, perm=[1, 0]))
    return product if bias is None else onnx.Add(product, bias)


def _refuse_features(input, weight):
    have, want, width = input.shape[-1], weight.shape[1], weight.shape[0]
    if known(have) and known(want):
        hint = (f'the layer takes {want} features, its input has {have}: '
                f'`nn.Linear({have}, {width})`')
    else:
        hint = ('the number of features depends on the size of the input; declare it, e.g. '
                "--input 'x:float32[N,3,224,224]'")
    raise shape_error('mat1 and mat2 shapes cannot be multiplied '
                      f'({_matrix(product(input.shape[:-1]), have)} and '
                      f'{_matrix(want, width)})', hint=hint)


def _matrix(rows, columns):
    """`Nx100`, as torch writes it, or `N x 8*H - 16` where that would be hard to read."""
    return f'{rows}x{columns}' if known(columns) else f'{rows} x {columns}'


def bilinear(input1, input2, weight, bias=None):
    """y[k] = input1 @ weight[k] @ input2."""
    result = kernels.Einsum(input1, weight, input2, equation='...i,kij,...j->...k')
    return result if bias is None else onnx.Add(result, bias)

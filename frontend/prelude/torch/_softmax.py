"""softmax and log_softmax: functions of torch, of torch.nn.functional, and methods."""
import onnx
from ._errors import dtype_error
from ._support import axis_of, cast, check_tensor

__module__ = 'torch'


def _apply(op, input, dim, dtype, name):
    check_tensor(input)
    x = input if dtype is None else cast(input, dtype)
    if not x.dtype.is_floating_point:
        from ._support import dtype_title
        raise dtype_error(f'"{name}_lastdim_kernel_impl" not implemented for '
                          f"'{dtype_title(x.dtype)}'")
    if x.ndim == 0:
        axis_of(dim, 0)
        return onnx.Reshape(op(onnx.Reshape(x, [1]), axis=0), [])
    return op(x, axis=axis_of(dim, x.ndim))


def softmax(input, dim=None, dtype=None, *, out=None, axis=None):
    dim = dim if axis is None else axis
    return _apply(onnx.Softmax, input, dim, dtype, 'softmax')


def log_softmax(input, dim=None, dtype=None, *, out=None, axis=None):
    dim = dim if axis is None else axis
    return _apply(onnx.LogSoftmax, input, dim, dtype, 'log_softmax')


def _implicit_dim(ndim):
    """The axis that torch takes (with a warning) where none is given."""
    return 0 if ndim in (0, 1, 3) else 1


def softmax_function(input, dim=None, _stacklevel=3, dtype=None):
    return softmax(input, _implicit_dim(input.ndim) if dim is None else dim, dtype)


def log_softmax_function(input, dim=None, _stacklevel=3, dtype=None):
    return log_softmax(input, _implicit_dim(input.ndim) if dim is None else dim, dtype)


softmax_function.__qualname__, log_softmax_function.__qualname__ = 'softmax', 'log_softmax'

"""Tables looked up by index."""
import _native
import onnx
from ..._support import count_up, dtypes, known

__module__ = 'torch.nn.functional'


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0,
              scale_grad_by_freq=False, sparse=False):
    """`padding_idx`, `scale_grad_by_freq` and `sparse` concern the gradient only."""
    if input.dtype not in (dtypes.int64, dtypes.int32):
        from ..._support import dtype_title
        raise RuntimeError("Expected tensor for argument #1 'indices' to have one of the following "
                           f'scalar types: Long, Int; but got {dtype_title(input.dtype)} instead '
                           '(while checking arguments for embedding)')
    if max_norm is not None:
        return _native.refuse('`embedding` with max_norm changes its weight at every call',
                              'apply the norm to the weight before the export')
    return onnx.Gather(weight, input, axis=0)


def one_hot(tensor, num_classes=-1):
    if tensor.dtype != dtypes.int64:
        raise RuntimeError('one_hot is only applicable to index tensor.')
    if isinstance(num_classes, _native.TensorBase):
        num_classes = _native.item(num_classes)
    if known(num_classes) and num_classes == -1:
        depth = onnx.Add(onnx.ReduceMax(tensor, keepdims=0), 1)
    else:
        depth = num_classes
    classes = count_up(0, depth, 1)
    return onnx.Cast(onnx.Equal(onnx.Unsqueeze(tensor, [-1]), classes), to=dtypes.int64)


def embedding_bag(input, weight, offsets=None, max_norm=None, norm_type=2,
                  scale_grad_by_freq=False, mode='mean', sparse=False, per_sample_weights=None,
                  include_last_offset=False, padding_idx=None):
    """Bags of equal length (two axes) only: sum, mean or max over each row's embeddings."""
    if offsets is not None or input.ndim != 2 or padding_idx is not None:
        return _native.refuse('`embedding_bag` with offsets or padding_idx',
                              'give bags of equal length as a 2-d tensor')
    rows = embedding(input, weight, None, max_norm)
    if per_sample_weights is not None:
        if mode != 'sum':
            raise NotImplementedError("embedding_bag: per_sample_weights was not None. "
                                      "per_sample_weights is only supported for mode='sum'")
        rows = onnx.Mul(rows, onnx.Unsqueeze(per_sample_weights, [2]))
    ops = {'sum': onnx.ReduceSum, 'mean': onnx.ReduceMean, 'max': onnx.ReduceMax}
    if mode not in ops:
        raise ValueError("mode has to be one of sum, mean or max")
    return ops[mode](rows, [1], keepdims=0)

"""Tables looked up by index."""
import _native
import onnx
from ..._errors import dtype_error, shape_error
from ..._support import MAX_INT64, cast, count_up, dtypes, known, slice_axis, tensor_of

__module__ = 'torch.nn.functional'


def embedding(input, weight, padding_idx=None, max_norm=None, norm_type=2.0,
              scale_grad_by_freq=False, sparse=False):
    """`padding_idx`, `scale_grad_by_freq` and `sparse` concern the gradient only."""
    if input.dtype not in (dtypes.int64, dtypes.int32):
        _native.want_dtype(input, dtypes.int64)
        from ..._support import dtype_title
        raise dtype_error("Expected tensor for argument #1 'indices' to have one of the following "
                          f'scalar types: Long, Int; but got {dtype_title(input.dtype)} instead '
                          '(while checking arguments for embedding)',
                          hint='indices are whole numbers: declare the input as int64, or use '
                               '`.long()`')
    if max_norm is not None:
        return _native.refuse('`embedding` with max_norm changes its weight at every call',
                              'apply the norm to the weight before the export')
    return onnx.Gather(weight, input, axis=0)


def one_hot(tensor, num_classes=-1):
    if tensor.dtype != dtypes.int64:
        _native.want_dtype(tensor, dtypes.int64)
        raise dtype_error('one_hot is only applicable to index tensor.')
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
    """Sum, mean or max over the embeddings of a bag: a row of `input`, or what lies between two of
    the offsets into it. `padding_idx` belongs to no bag."""
    if padding_idx is not None and padding_idx < 0:
        padding_idx = weight.shape[0] + padding_idx
    if mode not in ('sum', 'mean', 'max'):
        raise ValueError('mode has to be one of sum, mean or max')
    if per_sample_weights is not None and mode != 'sum':
        raise NotImplementedError('embedding_bag: per_sample_weights was not None. '
                                  "per_sample_weights is only supported for mode='sum'")
    if (offsets is None) != (input.ndim == 2):
        raise shape_error('offsets has to be a 1D Tensor where input is 1D, and None where it is '
                          '2D', ValueError)
    rows = embedding(input, weight, None, max_norm)
    if per_sample_weights is not None:
        rows = onnx.Mul(rows, onnx.Unsqueeze(per_sample_weights, [-1]))
    if offsets is None:
        if padding_idx is None:
            ops = {'sum': onnx.ReduceSum, 'mean': onnx.ReduceMean, 'max': onnx.ReduceMax}
            return ops[mode](rows, [1], keepdims=0)
        member = onnx.Unsqueeze(onnx.Not(onnx.Equal(input, padding_idx)), [2])
        return _bag(rows, member, mode)
    member = _members(offsets, input.shape[0], include_last_offset)
    if padding_idx is not None:
        member = onnx.And(member, onnx.Not(onnx.Equal(input, padding_idx)))
    return _bag(onnx.Unsqueeze(rows, [0]), onnx.Unsqueeze(member, [2]), mode)


def _members(offsets, length, include_last_offset):
    """[bags, length]: whether an element lies in a bag, which ends where the next one begins."""
    starts = offsets
    if include_last_offset:
        starts, ends = slice_axis(offsets, 0, 0, -1), slice_axis(offsets, 0, 1, MAX_INT64)
    else:
        last = onnx.Reshape(tensor_of(length, offsets.dtype), [1])
        ends = onnx.Concat(slice_axis(offsets, 0, 1, MAX_INT64), last, axis=0)
    places = cast(count_up(0, length), offsets.dtype)
    begun = onnx.LessOrEqual(onnx.Unsqueeze(starts, [1]), places)
    return onnx.And(begun, onnx.Less(places, onnx.Unsqueeze(ends, [1])))


def _bag(rows, member, mode):
    """Over axis 1, where `member` holds; an empty bag is 0."""
    count = onnx.ReduceSum(onnx.Cast(member, to=rows.dtype), [1], keepdims=0)
    if mode == 'max':
        lowest = onnx.Where(member, rows, float('-inf'))
        return onnx.Where(onnx.Equal(count, 0.0), 0.0, onnx.ReduceMax(lowest, [1], keepdims=0))
    total = onnx.ReduceSum(onnx.Where(member, rows, 0.0), [1], keepdims=0)
    return total if mode == 'sum' else onnx.Div(total, onnx.Max(count, 1.0))

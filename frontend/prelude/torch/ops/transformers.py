"""torch.ops.transformers: the operator that transformers registers for its mixtures of experts."""
import onnx
from .._errors import shape_error
from .._support import cast, count_up, dtypes
from . import _missing

__module__ = 'torch.ops.transformers'


def grouped_mm_fallback(input, weight, offs):
    """Each row by the matrix of its group: rows from offs[i - 1] on, up to offs[i], are the i-th.
    What is behind the last group is 0.

    input [rows, in], weight [groups, in, out], offs [groups], ascending -> [rows, out]
    """
    if input.ndim != 2 or weight.ndim != 3 or offs.ndim != 1:
        raise shape_error(f'grouped_mm of {input.ndim}, {weight.ndim} and {offs.ndim} dimensions')
    rows = onnx.Unsqueeze(count_up(0, input.shape[0]), [1])
    behind = onnx.LessOrEqual(onnx.Unsqueeze(cast(offs, dtypes.int64), [0]), rows)
    group = onnx.ReduceSum(cast(behind, dtypes.int64), [1], keepdims=0)
    in_one = onnx.Less(group, weight.shape[0])
    matrices = onnx.Gather(weight, onnx.Min(group, weight.shape[0] - 1), axis=0)
    product = onnx.Squeeze(onnx.MatMul(onnx.Unsqueeze(input, [1]), matrices), [1])
    return onnx.Where(onnx.Unsqueeze(in_one, [1]), product, 0.0)


def __getattr__(name):
    return _missing('transformers', name)

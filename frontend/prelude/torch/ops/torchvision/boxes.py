"""Non-maximum suppression."""
import math
import _native
import onnx
from ..._errors import dtype_error, shape_error
from ..._support import MAX_INT64, dtype_title, dtypes, known, number_of

__module__ = 'torch.ops.torchvision'


def nms(dets, scores, iou_threshold):
    """Indices of the boxes that are kept, best score first; of equal scores the earlier box."""
    if dets.ndim != 2:
        raise shape_error(f'boxes should be a 2d tensor, got {dets.ndim}D')
    if scores.ndim != 1:
        raise shape_error(f'scores should be a 1d tensor, got {scores.ndim}D')
    if dets.dtype != scores.dtype:
        raise dtype_error('dets should have the same type as scores')
    if dets.dtype != dtypes.float32:
        if dets.dtype != dtypes.float64:
            raise dtype_error(f'"nms_kernel" not implemented for \'{dtype_title(dets.dtype)}\'')
        return _native.refuse('the ONNX operator `NonMaxSuppression` compares float32 boxes only',
                              'make the boxes and scores float32 first', code='NN602')
    rows = onnx.NonMaxSuppression(onnx.Unsqueeze(dets, [0]), onnx.Unsqueeze(scores, [0, 1]),
                                  [MAX_INT64], _threshold(number_of(iou_threshold)))
    return onnx.Squeeze(onnx.Slice(rows, [2], [3], [1]), [1])


def _threshold(value):
    """torch compares float32 overlaps with a double: with the next float32 below it, therefore."""
    if not known(value):
        return onnx.Reshape(_native.constant(value, dtypes.float32), [1])
    if not value >= 0:
        return _native.refuse(f'the overlap {value} is below any that boxes can have')
    if value >= 1:
        return [1.0]
    mantissa, exponent = math.frexp(float(value))
    return [math.ldexp(math.floor(mantissa * 2 ** 24), exponent - 24)]

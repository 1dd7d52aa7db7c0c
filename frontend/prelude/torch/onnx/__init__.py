"""torch.onnx: the question that models ask, and the export that is this tool's own work."""
import _native

__module__ = 'torch.onnx'


def is_in_onnx_export():
    return _native.answers_as_export()


def register_custom_op_symbolic(symbolic_name, symbolic_fn, opset_version):
    return None


def unregister_custom_op_symbolic(symbolic_name, opset_version):
    return None


def export(*args, **kwargs):
    return _native.refuse('`torch.onnx.export` inside of the model')


def select_model_mode_for_export(model, mode):
    return _native.refuse('`torch.onnx.select_model_mode_for_export` inside of the model')


class OperatorExportTypes:
    ONNX = 0
    ONNX_ATEN = 1
    ONNX_FALLTHROUGH = 2
    ONNX_ATEN_FALLBACK = 3


class TrainingMode:
    EVAL = 0
    TRAINING = 1
    PRESERVE = 2


from . import operators, symbolic_helper

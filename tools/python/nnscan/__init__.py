"""nnscan from Python: PyTorch model source to ONNX, and the exportability check.

    import nnscan

    model = nnscan.export("model.py", "Net(10)", inputs={"x": "float32[N,3,224,224]"})
    for diagnostic in nnscan.check(["src"]):
        print(diagnostic)

The work is done by the executable that the package brings along, in a process of its own. The
model's source is read, never imported; PyTorch is not needed. `export` needs the onnx package
(`pip install nnscan[onnx]`), `check` nothing at all.
"""
from ._check import check
from ._diagnostics import Diagnostic, Error, ExportError, Frame, Note, UsageError
from ._export import export
from ._tool import executable

__all__ = ["Diagnostic", "Error", "ExportError", "Frame", "Note", "UsageError", "check",
           "executable", "export"]

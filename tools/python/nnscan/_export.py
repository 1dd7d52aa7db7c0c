"""export(): one model to ONNX."""
from __future__ import annotations

import os
import tempfile
import warnings
from typing import TYPE_CHECKING, Any, Iterable, Mapping, Optional, Union

from ._diagnostics import ExportError, UsageError, parse_messages
from ._tool import Path, run

if TYPE_CHECKING:
    import onnx


def export(
    file: Path,
    entry: str,
    *,
    inputs: Union[Mapping[str, str], Iterable[str]] = (),
    set: Optional[Mapping[str, Any]] = None,
    weights: Optional[Path] = None,
    init: str = "inputs",
    opset: Optional[int] = None,
    train: bool = False,
    as_export: bool = False,
    fold_batch_norm: bool = False,
    include: Iterable[Path] = (),
    options: Iterable[str] = (),
) -> onnx.ModelProto:
    """Exports the model `entry` of the Python source `file`, which is not run.

    entry:    a class, a function that returns a module, a variable that holds one, or a call:
              "Net", "Net(10, width=2)".
    inputs:   dtype and sizes of forward's parameters: {"x": "float32[N,3,224,224]"}, or the texts
              that --input takes. What is left out is learnt from annotations, defaults and use.
    set:      forward's parameters that have a fixed value: {"return_features": True}.
    weights:  a PyTorch checkpoint or .safetensors file.
    init:     parameters without weights: "inputs" of the graph, "random[:SEED]" or "zeros".
    opset:    the ONNX opset; nnscan's own default where it is None.
    include:  folders in which imports are looked up, after the file's own package.
    options:  further options of the command line, as they are written there.

    Raises ExportError with the diagnostics where the source holds what cannot be exported, and
    UsageError for arguments or files that cannot be used. A graph that is exact under assumptions
    only comes with a warning for each of them.
    """
    try:
        import onnx
    except ImportError:
        raise ImportError("nnscan.export() needs the onnx package: "
                          "pip install 'nnscan[onnx]'") from None

    arguments = [os.fspath(file), "--class", entry, f"--init={init}", "--messages=json"]
    if isinstance(inputs, str):
        raise UsageError("`inputs` is a mapping or a list, not one string")
    if isinstance(inputs, Mapping):
        inputs = [f"{name}:{spec}" for name, spec in inputs.items()]
    arguments += [f"--input={spec}" for spec in inputs]
    arguments += [f"--set={name}={value!r}" for name, value in (set or {}).items()]
    if weights is not None:
        arguments.append(f"--weights={os.fspath(weights)}")
    if opset is not None:
        arguments.append(f"--opset={opset}")
    arguments += ["--train"] * train + ["--as-export"] * as_export
    arguments += ["--fold-batch-norm"] * fold_batch_norm
    for folder in include:
        arguments += ["-I", os.fspath(folder)]

    with tempfile.TemporaryDirectory(prefix="nnscan-") as scratch:
        path = os.path.join(scratch, "model.onnx")
        result = run([*arguments, *options, "-o", path])
        found, text = parse_messages(result.stderr)
        if result.returncode == 1:
            raise ExportError(found, text)
        if result.returncode != 0:
            raise UsageError(text)
        for diagnostic in found:
            warnings.warn(str(diagnostic), stacklevel=2)
        return onnx.load(path)

"""The judge: ONNX Runtime and the onnx checker, in a process of their own, without PyTorch.

`load` checks a file and describes it; `compare` runs it on the oracle's inputs and compares every
output with the oracle's: number, dtype, shape, values; and says which branches no call took.
"""
from __future__ import annotations

import collections
import statistics
import time

import ml_dtypes
import numpy
import onnx
import onnxruntime

from harness import branches
from harness.server import serve

_models: dict[int, "Model"] = {}

# Of the output's scale. What has less precision than float32 gets its own.
_TOLERANCE = {"float16": 4e-3, "bfloat16": 4e-2}
# ONNX Runtime's own graph: what it says about a file that it mends silently is our business.
onnxruntime.set_default_logger_severity(3)


class Model:
    def __init__(self, path: str, threads: int, optimised: bool):
        self.proto = onnx.load(path, load_external_data=False)
        self.path = path
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        if not optimised:
            options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
            options.add_session_config_entry("session.disable_prepacking", "1")
        self.options = options
        self.session = _session(path, options)
        self._tracer = None

    @property
    def tracer(self):
        """The same model with flags for its paths as further outputs, and their labels."""
        if self._tracer is None:
            if any(list(branches.subgraphs(node)) for node in self.proto.graph.node):
                proto, names = branches.instrument(onnx.load(self.path))
                session = _session(proto.SerializeToString(), self.options) if names else None
                self._tracer = session, names
            else:
                self._tracer = None, []
        return self._tracer


def _session(source, options):
    return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])


def _describe(value: onnx.ValueInfoProto) -> dict:
    """Name, dtype and shape; a dim that the file leaves open gets a name of its own."""
    kind = value.type.tensor_type
    shape = [getattr(dim, dim.WhichOneof("value") or "", f"?{value.name}.{axis}")
             for axis, dim in enumerate(kind.shape.dim)] if kind.HasField("shape") else None
    return {"name": value.name, "dtype": _dtype_name(kind.elem_type), "shape": shape}


def _dtype_name(elem_type: int) -> str:
    return onnx.helper.tensor_dtype_to_np_dtype(elem_type).name


def load(path, threads=1, check=True, optimised=True):
    """Describes the file. optimised: as ONNX Runtime rewrites it, else node by node as it stands."""
    model = Model(path, threads, optimised)
    if check:
        _check(path, model.proto)
    number = len(_models)
    _models[number] = model
    graph = model.proto.graph
    ops = collections.Counter(node.op_type for node in _all_nodes(graph))
    initializers = {tensor.name for tensor in graph.initializer}
    return {"id": number, "ops": ops, "nodes": sum(ops.values()),
            "opset": {entry.domain: entry.version for entry in model.proto.opset_import},
            "inputs": [_describe(v) for v in graph.input if v.name not in initializers],
            "outputs": [_describe(v) for v in graph.output],
            "parameters": {t.name: list(t.dims) for t in graph.initializer}}


def _check(path: str, proto: onnx.ModelProto) -> None:
    """The onnx package's own checks. They ask for a shape of every input and output, which an input
    of any rank and an output whose rank depends on data cannot have: then inference alone."""
    if all(value.type.tensor_type.HasField("shape")
           for value in (*proto.graph.input, *proto.graph.output)):
        onnx.checker.check_model(path, full_check=True)
    else:
        onnx.shape_inference.infer_shapes(proto, check_type=True, strict_mode=True)


def _all_nodes(graph):
    for node in graph.node:
        yield node
        for inner in branches.subgraphs(node):
            yield from _all_nodes(inner)


def compare(id, values, calls, tolerance=None, trace=True):
    model = _models[id]
    arrays = numpy.load(values)
    tracer, names = model.tracer if trace else (None, [])
    problems, worst = [], 0.0
    taken = numpy.zeros(len(names), dtype=bool)
    sizes = collections.defaultdict(set)
    for call in calls:
        feeds = {item["name"]: _typed(arrays[item["key"]], item["dtype"])
                 for item in call["arrays"] if item["role"] == "in"}
        wanted = [item for item in call["arrays"] if item["role"] == "out"]
        got = _run(model.session, feeds)
        found, far = _differences(model, feeds, wanted, arrays, got, tolerance)
        problems += [f"{call['text']}: {problem}" for problem in found]
        worst = max(worst, far)
        for symbol, size in _bind_symbols(model.proto.graph.input, feeds).items():
            sizes[symbol].add(size)
        if names:
            taken |= branches.decode(_run(tracer, feeds)[len(got):])
    untaken = [name for name, reached in zip(names, taken) if not reached]
    narrow = [symbol for symbol, seen in sizes.items() if len(seen) < 2 or 1 not in seen]
    return {"problems": problems, "worst": worst, "untaken": untaken, "branches": len(names),
            "narrow": narrow}


def _typed(array, dtype: str):
    return array.view(ml_dtypes.bfloat16) if dtype == "bfloat16" else array


def _run(session, feeds):
    # bfloat16 needs ONNX Runtime's own value type; all else is plain numpy.
    if any(value.dtype == ml_dtypes.bfloat16 for value in feeds.values()):
        made = {name: onnxruntime.OrtValue.ortvalue_from_numpy_with_onnx_type(
            value.view(numpy.int16), onnx.TensorProto.BFLOAT16)
            if value.dtype == ml_dtypes.bfloat16
            else onnxruntime.OrtValue.ortvalue_from_numpy(value)
            for name, value in feeds.items()}
        return [value.numpy() for value in session.run_with_ort_values(None, made)]
    return session.run(None, feeds)


def _differences(model, feeds, wanted, arrays, got, tolerance):
    if len(got) != len(wanted):
        return [f"{len(got)} outputs, PyTorch gave {len(wanted)}"], 0.0
    problems, worst = [], 0.0
    symbols = _bind_symbols(model.proto.graph.input, feeds)
    for result, item, info in zip(got, wanted, model.proto.graph.output):
        expected = _typed(arrays[item["key"]], item["dtype"])
        problem, far = _difference(result, expected, item, tolerance)
        problem = problem or _shape_claim(info, result, symbols)
        worst = max(worst, far)
        if problem:
            problems.append(f"output `{info.name}`: {problem}")
    return problems, worst


def _difference(result, expected, item, tolerance):
    result = numpy.asarray(result)
    # A Python float has no width; every other dtype must agree.
    if item["kind"] == "float" and result.dtype == numpy.float32:
        expected = expected.astype(numpy.float32)
    if result.dtype != expected.dtype:
        return f"dtype {result.dtype}, PyTorch gave {expected.dtype}", 0.0
    if result.shape != expected.shape:
        return f"shape {list(result.shape)}, PyTorch gave {list(expected.shape)}", 0.0
    if result.size == 0:
        return None, 0.0
    if not numpy.issubdtype(result.dtype, numpy.floating) and result.dtype != ml_dtypes.bfloat16:
        wrong = int((result != expected).sum())
        return (f"{wrong} of {result.size} elements differ" if wrong else None), 0.0
    limit = tolerance or _TOLERANCE.get(expected.dtype.name, 1e-4)
    result, expected = result.astype(numpy.float64), expected.astype(numpy.float64)
    finite = numpy.isfinite(expected)
    same = numpy.where(numpy.isnan(expected), numpy.isnan(result), result == expected)
    if not (finite | same).all():
        return "not finite in other places than PyTorch's", 0.0
    if not finite.any():
        return None, 0.0
    if not numpy.isfinite(result[finite]).all():
        return "not finite where PyTorch's is", 0.0
    scale = max(numpy.abs(expected[finite]).max(), 1e-6)
    far = float(numpy.abs(result[finite] - expected[finite]).max() / scale)
    return (f"differs by {far:.2e} of its scale {scale:.3g}" if far > limit else None), far


def _bind_symbols(inputs, feeds) -> dict[str, int]:
    symbols: dict[str, int] = {}
    for value in inputs:
        if value.name in feeds:
            for dim, size in zip(value.type.tensor_type.shape.dim, feeds[value.name].shape):
                if dim.dim_param:
                    symbols.setdefault(dim.dim_param, size)
    return symbols


def _shape_claim(info, result, symbols):
    """What the file says about an output's shape must be true of the output."""
    kind = info.type.tensor_type
    if not kind.HasField("shape"):
        return None
    dims = kind.shape.dim
    if len(dims) != result.ndim:
        return f"declared rank {len(dims)}, is {result.ndim}"
    for axis, (dim, size) in enumerate(zip(dims, result.shape)):
        claim = dim.dim_value if dim.HasField("dim_value") else symbols.get(dim.dim_param)
        if claim is not None and claim != size:
            return f"axis {axis} declared {dim.dim_param or claim}, is {size} for {symbols}"
    return None


def drop(id):
    del _models[id]


def spread(values, calls):
    """How much the first output depends on the input: its change over a batch, of its scale."""
    arrays = numpy.load(values)
    firsts = [next(item["key"] for item in call["arrays"] if item["role"] == "out")
              for call in calls]
    rows = numpy.concatenate([arrays[key] for key in firsts])
    return float((rows.max(axis=0) - rows.min(axis=0)).max() / numpy.abs(rows).max())


def rounding(id, values, calls, exact, exact_calls):
    """How far our floats and PyTorch's are from those of double precision, of each output's scale."""
    plain, doubles = numpy.load(values), numpy.load(exact)
    ours = theirs = 0.0
    for call, exact_call in zip(calls, exact_calls):
        feeds = {item["name"]: _typed(plain[item["key"]], item["dtype"])
                 for item in call["arrays"] if item["role"] == "in"}
        outputs = [[arrays[item["key"]] for item in made["arrays"] if item["role"] == "out"]
                   for made, arrays in ((call, plain), (exact_call, doubles))]
        for result, single, double in zip(_run(_models[id].session, feeds), *outputs, strict=True):
            ours = max(ours, _distance(result, double))
            theirs = max(theirs, _distance(single, double))
    return [ours, theirs]


def _distance(result, exact) -> float:
    if result.shape != exact.shape:
        return numpy.inf
    if not numpy.issubdtype(exact.dtype, numpy.floating):
        return 0.0 if (result == exact).all() else numpy.inf
    finite = numpy.isfinite(exact)
    if not finite.any():
        return 0.0
    scale = max(numpy.abs(exact[finite]).max(), 1e-6)
    return float(numpy.abs(result[finite].astype(numpy.float64) - exact[finite]).max() / scale)


def vacuous(values, calls):
    """Why agreeing with these results says nothing, or None."""
    arrays = numpy.load(values)
    results = [arrays[item["key"]] for call in calls for item in call["arrays"]
               if item["role"] == "out" and arrays[item["key"]].size]
    if not results:
        return "every output is empty"
    floating = [result for result in results if numpy.issubdtype(result.dtype, numpy.floating)]
    if floating and not any(numpy.isfinite(result).any() for result in floating):
        return "no output holds a finite number"
    if all(result.min() == result.max() for result in results) and \
            len({float(result.flat[0]) for result in results}) == 1:
        return "every output holds one number throughout"
    return None


def clock(path, feeds, runs=20, threads=2):
    """Median seconds of one inference; feeds: [[name, dtype, shape], ...]."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = _session(path, options)
    random = numpy.random.default_rng(0)
    made = {name: random.standard_normal(shape).astype(dtype) for name, dtype, shape in feeds}
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        session.run(None, made)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


if __name__ == "__main__":
    serve({"load": load, "compare": compare, "drop": drop, "spread": spread, "vacuous": vacuous,
           "rounding": rounding, "clock": clock})

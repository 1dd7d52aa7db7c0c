"""The module `onnx` for CPython: each primitive is evaluated at once, as a model of one node in
ONNX Runtime. Signatures are those of frontend/prelude/onnx.py; what the opset of `native.options`
lacks is left to onnx_compat.py.

ONNX Runtime has no bfloat16 that numpy could give: there the onnx package's reference computes.
Where it has no kernel in double precision, nnscan goes by way of single precision, and so does this;
`native.state.single` says so."""
import ast
import collections
import importlib
import inspect
import types

import numpy as np
import onnx
import onnx.reference
import onnx.reference.ops._op_list
import onnxruntime
from onnx import helper

import native
import opsets


class Failed(RuntimeError):
    """Raised where ONNX Runtime fails while it runs an operator."""


counts = collections.Counter()  # nodes by operator, to keep lowerings economical
_sessions = {}
_onnx = onnx


def _onnx_type(array):
    return helper.np_dtype_to_tensor_dtype(array.dtype)


def _sizes(array):
    """Lists keep their length, which some shape inference needs; other sizes stay open."""
    return list(array.shape) if array.ndim == 1 else [None] * array.ndim


def _model(op, arrays, outputs, attrs):
    names = ['' if a is None else f'i{k}' for k, a in enumerate(arrays)]
    while names and not names[-1]:
        names.pop()
    outs = [f'o{k}' for k in range(outputs)]
    node = helper.make_node(op, names, outs, **attrs)
    inputs = [helper.make_tensor_value_info(n, _onnx_type(a), _sizes(a))
              for n, a in zip(names, arrays) if n]
    graph = helper.make_graph(
        [node], op, inputs, [helper.make_empty_tensor_value_info(o) for o in outs])
    opset = helper.make_opsetid('', native.options.opset)
    model = helper.make_model(graph, opset_imports=[opset], ir_version=9)
    return _onnx.shape_inference.infer_shapes(model)


def _run(op, arrays, outputs, attrs):
    op, arrays, attrs = opsets.lower(op, arrays, attrs, native.options.opset)
    key = (op, tuple(None if a is None else (a.dtype.str, str(_sizes(a))) for a in arrays), outputs,
           str(sorted(attrs.items())), native.options.opset)
    if key not in _sessions:
        _sessions[key] = _make_session(op, arrays, outputs, attrs)
    feeds = {f'i{k}': a for k, a in enumerate(arrays) if a is not None}
    try:
        return _sessions[key](feeds)
    except Exception as error:  # the runtime's own classes
        raise Failed(f'{op}: {str(error)[:300]}')


def _make_session(op, arrays, outputs, attrs):
    model = _model(op, arrays, outputs, attrs)
    try:
        if any(v.dtype.name == 'bfloat16' for v in arrays if v is not None) or \
                attrs.get('to') == _onnx.TensorProto.BFLOAT16:
            raise NotImplementedError
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 4
        options.intra_op_num_threads = 1
        session = onnxruntime.InferenceSession(model.SerializeToString(), options)
        return lambda feeds: session.run(None, feeds)
    except Exception as error:
        # No kernel for this dtype, or one that wants a bfloat16 that numpy cannot give.
        if 'NOT_IMPLEMENTED' not in str(error) and 'NotImplemented' not in type(error).__name__:
            raise RuntimeError(f'{op}: {error}')
        types = {a.dtype.name for a in arrays if a is not None}
        if 'NOT_IMPLEMENTED' in str(error):
            if 'float64' not in types:
                raise native.NoKernel(f'{op}: ONNX Runtime has no kernel for {sorted(types)}')
            return _in_single_precision(op, arrays, outputs, attrs)
    evaluator = _onnx.reference.ReferenceEvaluator(model)
    return lambda feeds: evaluator.run(None, feeds)


def _in_single_precision(op, arrays, outputs, attrs):
    def narrowed(array):
        double = array is not None and array.dtype == np.float64
        return array.astype('float32') if double else array

    def run(feeds):
        native.state.single = True
        results = session({name: narrowed(array) for name, array in feeds.items()})
        return [r.astype('float64') if r.dtype == np.float32 else r for r in results]

    session = _make_session(op, [narrowed(array) for array in arrays], outputs, attrs)
    return run


def _as_input(value, kind, first):
    """A number or list given for an input, as its annotation says."""
    if isinstance(value, native.TensorBase) or value is None:
        return value
    if kind == 'any':
        raise TypeError('a tensor is required')
    dtype = {'i64': native.dtypes.int64, 'f32': native.dtypes.float32,
             'bool': native.dtypes.bool}.get(kind)
    if kind == 'T':
        dtype = first
    if isinstance(value, (list, tuple)) and not value:
        dtype = dtype or native.dtypes.int64
    return native.constant(value, dtype)


def _attribute(value, kind):
    if isinstance(value, native.Sym) or (
            isinstance(value, (list, tuple)) and any(isinstance(v, native.Sym) for v in value)):
        raise TypeError('an attribute must be known')
    if kind == 'dtype':
        return helper.np_dtype_to_tensor_dtype(value.np)
    if kind == 'tensor':
        return _onnx.numpy_helper.from_array(value._value())
    if kind == 'floats':
        return [float(v) for v in value]
    return list(value) if isinstance(value, tuple) else value


def _make(name, node):
    inputs = [(a.arg, ast.literal_eval(a.annotation)) for a in node.args.args]
    variadic = node.args.vararg
    attributes = {a.arg: a.annotation.id if isinstance(a.annotation, ast.Name)
                  else ast.literal_eval(a.annotation) for a in node.args.kwonlyargs}

    def call(*args, outputs=None, **kwargs):
        if opsets.since(name) > native.options.opset:
            younger = getattr(importlib.import_module('onnx_compat'), name)
            return younger(*args, **kwargs) if outputs is None else \
                younger(*args, outputs=outputs, **kwargs)
        counts[name] += 1
        if variadic:
            values, kinds = list(args), ['T'] * len(args)
        else:
            if len(args) > len(inputs):
                raise TypeError(f'{name}: too many inputs')
            values = list(args) + [None] * (len(inputs) - len(args))
            kinds = [kind for _, kind in inputs]
            for k, (arg, _) in enumerate(inputs):
                if arg in kwargs:
                    values[k] = kwargs.pop(arg)
        typed = [v for v, k in zip(values, kinds)
                 if k == 'T' and isinstance(v, native.TensorBase)]
        first = typed[0].dtype if typed else None
        tensors = [_as_input(v, k, first) for v, k in zip(values, kinds)]
        while tensors and tensors[-1] is None:
            tensors.pop()
        attrs = {}
        for key, value in kwargs.items():
            if key not in attributes:
                raise TypeError(f'{name}: no attribute {key}')
            if value is not None:
                attrs[key] = _attribute(value, attributes[key])
        if name == 'Split' and outputs and len(tensors) < 2:
            attrs['num_outputs'] = outputs
        arrays = [None if t is None else t._value() for t in tensors]
        if name == 'Slice':
            arrays = [a if a is None or k == 0 else np.atleast_1d(a) for k, a in enumerate(arrays)]
        depends = any(t is not None and t._depends for t in tensors)
        results = [native.fresh(r, depends) for r in _run(name, arrays, outputs or 1, attrs)]
        several = outputs is not None and (outputs != 1 or name == 'Split')
        return tuple(results) if several else results[0]

    call.__name__ = name
    return call


def make_module(signatures):
    """The module from the text of frontend/prelude/onnx.py."""
    module = types.ModuleType('onnx')
    for node in ast.parse(signatures).body:
        if isinstance(node, ast.FunctionDef):
            setattr(module, node.name, _make(node.name, node))
    return module

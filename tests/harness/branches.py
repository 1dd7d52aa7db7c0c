"""Makes the paths through a model visible, however deeply they are nested.

Every If gets two flags, 0-d int64: its then side ran, its else side ran. Every Loop gets three: it
ran never, once, more often. Flags of what is inside a branch leave it as further outputs of the
enclosing If, which are 0 on its other side; those inside a loop body leave as scan outputs, of
which the maximum is taken.
"""
from __future__ import annotations

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper


def subgraphs(node: onnx.NodeProto):
    for attribute in node.attribute:
        if attribute.type == onnx.AttributeProto.GRAPH:
            yield attribute.g


class _Names:
    def __init__(self):
        self.count = 0

    def fresh(self, what: str) -> str:
        self.count += 1
        return f"__branch_{what}_{self.count}"


def instrument(model: onnx.ModelProto) -> tuple[onnx.ModelProto, list[str]]:
    """The model with its flags as further outputs, and a label for each flag."""
    flags, names = _instrument_graph(model.graph, _Names())
    for flag in flags:
        model.graph.output.append(helper.make_tensor_value_info(flag, TensorProto.INT64, []))
    return model, names


def decode(results: list) -> numpy.ndarray:
    """The flags of one run."""
    return numpy.array([int(value) > 0 for value in results], dtype=bool)


def _instrument_graph(graph: onnx.GraphProto, names: _Names) -> tuple[list[str], list[str]]:
    """Inserts the nodes that compute the flags; returns them and their labels."""
    nodes = list(graph.node)
    del graph.node[:]
    flags: list[str] = []
    labels: list[str] = []
    for node in nodes:
        graph.node.append(node)
        node = graph.node[-1]
        if node.op_type == "If":
            made, inner = _instrument_if(graph, node, names)
        elif node.op_type == "Loop":
            made, inner = _instrument_loop(graph, node, names)
        else:
            continue
        flags += made
        labels += inner
    return flags, labels


def _constant(graph, names: _Names, value) -> str:
    name = names.fresh("constant")
    tensor = numpy_helper.from_array(numpy.array(value, dtype=numpy.int64), name)
    graph.node.append(helper.make_node("Constant", [], [name], value=tensor))
    return name


def _flag_of_condition(graph, condition: str, names: _Names) -> tuple[str, str]:
    """Two 0-d numbers from the condition, which may be of shape [1]."""
    as_int, then_flag, else_flag = (names.fresh(w) for w in ("int", "then", "else"))
    scalar_shape, one = _constant(graph, names, []), _constant(graph, names, 1)
    graph.node.append(helper.make_node("Cast", [condition], [as_int], to=TensorProto.INT64))
    graph.node.append(helper.make_node("Reshape", [as_int, scalar_shape], [then_flag]))
    graph.node.append(helper.make_node("Sub", [one, then_flag], [else_flag]))
    return then_flag, else_flag


def _instrument_if(graph, node, names: _Names) -> tuple[list[str], list[str]]:
    flags = list(_flag_of_condition(graph, node.input[0], names))
    name = node.name or node.output[0]
    labels = [f"{name}: then", f"{name}: else"]
    sides = {attribute.name: attribute.g for attribute in node.attribute}
    inner = {side: _instrument_graph(sides[side], names) for side in sides}
    for side, (side_flags, side_labels) in inner.items():
        other = sides["else_branch" if side == "then_branch" else "then_branch"]
        for flag in side_flags:
            _add_output(sides[side], flag)
            _add_output(other, _constant(other, names, 0))
            outer = names.fresh("nested")
            node.output.append(outer)
            flags.append(outer)
        labels += side_labels
    return flags, labels


def _instrument_loop(graph, node, names: _Names) -> tuple[list[str], list[str]]:
    body = next(subgraphs(node))
    inner, inner_labels = _instrument_graph(body, names)
    name = node.name or node.output[0]
    labels = [f"{name}: {how}" for how in ("never", "once", "often")] + inner_labels
    flags = _count_flags(graph, node, body, names)
    for flag in inner:
        _add_output(body, flag)
        scanned, padded, most = (names.fresh(w) for w in ("scan", "padded", "max"))
        node.output.append(scanned)
        zero = _constant(graph, names, [0])
        graph.node.append(helper.make_node("Concat", [zero, scanned], [padded], axis=0))
        graph.node.append(helper.make_node("ReduceMax", [padded], [most], keepdims=0))
        flags.append(most)
    return flags, labels


def _count_flags(graph, node, body, names: _Names) -> list[str]:
    """Whether the loop ran 0, 1 or more times: a one for each iteration, added up."""
    _add_output(body, _constant(body, names, 1))
    ones, padded, count = (names.fresh(w) for w in ("ones", "padded", "count"))
    node.output.append(ones)
    graph.node.append(helper.make_node("Concat", [_constant(graph, names, [0]), ones], [padded], axis=0))
    graph.node.append(helper.make_node("ReduceSum", [padded], [count], keepdims=0))
    flags = []
    for op, number in (("Less", 1), ("Equal", 1), ("Greater", 1)):
        as_bool, flag = names.fresh("is"), names.fresh("flag")
        graph.node.append(helper.make_node(op, [count, _constant(graph, names, number)], [as_bool]))
        graph.node.append(helper.make_node("Cast", [as_bool], [flag], to=TensorProto.INT64))
        flags.append(flag)
    return flags


def _add_output(graph, name: str) -> None:
    graph.output.append(helper.make_tensor_value_info(name, TensorProto.INT64, []))

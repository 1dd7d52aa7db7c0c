#include <algorithm>
#include <numeric>

#include "ir/base/check.h"
#include "ir/ops/op.h"
#include "ir/passes/passes.h"
#include "ir/passes/rewrite.h"

namespace nnscan {

namespace {

// The value that stands for the node's only output, or none. A rule may rewrite the node.
using Rule = ValueId (*)(Graph& graph, NodeId id);

ValueId of_identity(Graph& graph, NodeId id) { return graph.nodes[id].inputs[0]; }

ValueId of_cast(Graph& graph, NodeId id) {
  const Node& node = graph.nodes[id];
  bool same = graph.type(node.inputs[0]).dtype == graph.type(node.outputs[0]).dtype;
  return same ? node.inputs[0] : ValueId{};
}

bool same_shape(const Graph& graph, const Node& node) {
  const Type &in = graph.type(node.inputs[0]), &out = graph.type(node.outputs[0]);
  return in.ranked && in == out;
}

ValueId of_expand(Graph& graph, NodeId id) {
  return same_shape(graph, graph.nodes[id]) ? graph.nodes[id].inputs[0] : ValueId{};
}

// Whether the shape means the same when it is applied to what the inner Reshape was given: no
// size is copied by 0, unless the inner one kept it in place.
bool shape_stands_alone(const Graph& graph, const Node& outer, const Node& inner) {
  if (outer.int_or("allowzero", 0) != 0) return true;
  const Constant* shape = graph.constant(outer.inputs[1]);
  if (!shape) return false;
  const Type &before = graph.type(inner.inputs[0]), &between = graph.type(inner.outputs[0]);
  for (int64_t i = 0; i < shape->numel(); ++i) {
    if (shape->as_int(i) != 0) continue;
    size_t axis = static_cast<size_t>(i);
    bool in_place = before.ranked && between.ranked && axis < before.rank() &&
                    axis < between.rank() && before.dims[axis] == between.dims[axis];
    if (!in_place) return false;
  }
  return true;
}

ValueId of_reshape(Graph& graph, NodeId id) {
  Node& node = graph.nodes[id];
  while (const Node* inner = made_by(graph, node.inputs[0], "Reshape")) {
    if (!shape_stands_alone(graph, node, *inner)) break;
    node.inputs[0] = inner->inputs[0];
  }
  return same_shape(graph, node) ? node.inputs[0] : ValueId{};
}

std::vector<int64_t> permutation(const Graph& graph, const Node& node) {
  std::vector<int64_t> reversed(graph.type(node.outputs[0]).rank());
  std::iota(reversed.rbegin(), reversed.rend(), 0);
  return node.ints_or("perm", std::move(reversed));
}

ValueId of_transpose(Graph& graph, NodeId id) {
  Node& node = graph.nodes[id];
  if (!graph.type(node.outputs[0]).ranked) return {};
  std::vector<int64_t> perm = permutation(graph, node);
  while (const Node* inner = made_by(graph, node.inputs[0], "Transpose")) {
    const std::vector<int64_t> first = permutation(graph, *inner);
    if (first.size() != perm.size()) break;
    for (int64_t& axis : perm) axis = first[static_cast<size_t>(axis)];
    node.inputs[0] = inner->inputs[0];
    node.attributes = {{"perm", perm}};
  }
  std::vector<int64_t> identity(perm.size());
  std::iota(identity.begin(), identity.end(), 0);
  return perm == identity ? node.inputs[0] : ValueId{};
}

struct Row {
  std::string_view op;
  Rule rule;
};

constexpr Row kSimplifyRows[] = {
    {"Identity", of_identity}, {"Cast", of_cast},           {"Expand", of_expand},
    {"Reshape", of_reshape},   {"Transpose", of_transpose},
};

class Simplifier {
 public:
  explicit Simplifier(Graph& graph) : graph_(graph) {}

  void run() {
    block(graph_.root);
    if (!replaced_.empty()) replaced_.apply(graph_);
  }

 private:
  void block(BlockId id) {
    const std::vector<NodeId> nodes = graph_.blocks[id].nodes;  // a rule may add one
    for (NodeId node : nodes) {
      replaced_.apply(graph_.nodes[node].inputs);
      for (BlockId inner : graph_.nodes[node].blocks) block(inner);
      if (graph_.nodes[node].op->name == std::string_view("If"))
        branch(node);
      else
        apply_rule(node);
    }
    replaced_.apply(graph_.blocks[id].results);
  }

  void apply_rule(NodeId id) {
    if (graph_.nodes[id].outputs.size() != 1) return;
    for (const Row& row : kSimplifyRows) {
      if (row.op != graph_.nodes[id].op->name) continue;
      ValueId by = row.rule(graph_, id);
      if (by.valid()) replaced_.add(graph_.nodes[id].outputs[0], by);
      return;
    }
  }

  void branch(NodeId id) {
    const Node node = graph_.nodes[id];
    for (size_t i = 0; i < node.outputs.size(); ++i) {
      ValueId on_true = graph_.blocks[node.blocks[0]].results[i];
      ValueId on_false = graph_.blocks[node.blocks[1]].results[i];
      ValueId by = either(node, on_true, on_false);
      if (!by.valid()) by = condition(id, on_true, on_false);
      if (by.valid()) replaced_.add(node.outputs[i], by);
    }
  }

  // The value that both sides give.
  ValueId either(const Node& node, ValueId on_true, ValueId on_false) {
    const Constant *a = constant(on_true), *b = constant(on_false);
    if (a && b && a->same_as(*b)) return on_true;
    // A value of a side's own cannot be the other's: it stands outside, and so is visible.
    bool outside = graph_.values[on_true].block != node.blocks[0];
    return on_true == on_false && outside ? on_true : ValueId{};
  }

  const Constant* constant(ValueId value) const {
    bool is_constant = graph_.values[value].kind == ValueKind::kConstant;
    return is_constant ? graph_.constant(value) : nullptr;
  }

  // `True if c else False` is c, the other way round `not c`.
  ValueId condition(NodeId id, ValueId on_true, ValueId on_false) {
    const Constant *a = constant(on_true), *b = constant(on_false);
    ValueId given = graph_.nodes[id].inputs[0];
    bool are_bools = a && b && a->dtype() == DType::kBool && a->rank() == 0 && b->rank() == 0;
    if (!are_bools || !graph_.type(given).dims.empty()) return {};
    bool when_true = a->as_int(0) != 0, when_false = b->as_int(0) != 0;
    if (when_true == when_false) return {};
    return when_true ? given : negation(id, given);
  }

  // Not(value), in front of the If.
  ValueId negation(NodeId before, ValueId value) {
    Node node;
    node.op = find_op("Not");
    NNSCAN_CHECK(node.op, "no operator Not");
    node.inputs = {value};
    node.origin = graph_.nodes[before].origin;
    node.block = graph_.nodes[before].block;
    NodeId id = graph_.nodes.add(std::move(node));
    ValueInfo info;
    info.type = Type::scalar(DType::kBool);
    info.node = id;
    info.block = graph_.nodes[before].block;
    ValueId output = graph_.values.add(std::move(info));
    graph_.nodes[id].outputs = {output};
    std::vector<NodeId>& nodes = graph_.blocks[graph_.nodes[id].block].nodes;
    nodes.insert(std::find(nodes.begin(), nodes.end(), before), id);
    return output;
  }

  Graph& graph_;
  Replacements replaced_;
};

}  // namespace

void simplify(Graph& graph) { Simplifier(graph).run(); }

}  // namespace nnscan

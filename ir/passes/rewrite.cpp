#include "ir/passes/rewrite.h"

#include "ir/ops/op.h"

namespace nnscan {

namespace {

template <class Visit>
void for_each_block(const Graph& graph, BlockId id, const Visit& visit) {
  visit(id);
  for (NodeId node : graph.blocks[id].nodes)
    for (BlockId inner : graph.nodes[node].blocks) for_each_block(graph, inner, visit);
}

}  // namespace

ValueId Replacements::of(ValueId value) const {
  for (auto found = by_.find(value.index); found != by_.end(); found = by_.find(value.index))
    value = found->second;
  return value;
}

void Replacements::apply(std::vector<ValueId>& values) const {
  for (ValueId& value : values) value = of(value);
}

void Replacements::apply(Graph& graph) const {
  for_each_block(graph, graph.root, [&](BlockId id) {
    for (NodeId node : graph.blocks[id].nodes) apply(graph.nodes[node].inputs);
    apply(graph.blocks[id].results);
  });
  for (Output& output : graph.outputs) output.value = of(output.value);
  for (auto& [symbol, origin] : graph.symbols) {
    ValueId by = of(origin.value);
    bool same_axes = graph.type(by).rank() == graph.type(origin.value).rank();
    if (same_axes) origin.value = by;
  }
  for (const auto& [from, to] : by_) {
    const std::string& name = graph.values[ValueId{from}].name;
    ValueInfo& info = graph.values[of(to)];
    if (info.kind == ValueKind::kNode && info.name.empty()) info.name = name;
  }
}

std::vector<uint32_t> count_uses(const Graph& graph) {
  std::vector<uint32_t> uses(graph.values.size(), 0);
  auto count = [&](const std::vector<ValueId>& values) {
    for (ValueId value : values)
      if (value.valid()) ++uses[value.index];
  };
  for_each_block(graph, graph.root, [&](BlockId id) {
    for (NodeId node : graph.blocks[id].nodes) count(graph.nodes[node].inputs);
    count(graph.blocks[id].results);
  });
  for (const Output& output : graph.outputs) count({output.value});
  return uses;
}

const Node* made_by(const Graph& graph, ValueId value, std::string_view op) {
  if (!value.valid() || graph.values[value].kind != ValueKind::kNode) return nullptr;
  const Node& node = graph.nodes[graph.values[value].node];
  return node.op->name == op ? &node : nullptr;
}

}  // namespace nnscan

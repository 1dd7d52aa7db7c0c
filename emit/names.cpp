#include "emit/names.h"

#include "ir/ops/op.h"

namespace nnscan {

std::string scope_of(const Graph& graph, const Node& node) {
  if (!node.origin.valid()) return "/";
  const std::string& path = graph.origins[node.origin].module_path;
  return path.empty() ? "/" : "/" + path + "/";
}

Names::Names(const Graph& graph)
    : nodes_(graph.nodes.size()),
      values_(graph.values.size()),
      claimed_(graph.values.size(), false) {
  name_interface(graph);
  name_block(graph, graph.root);
  for (const Output& output : graph.outputs) name_use(graph, output.value, "/");
}

std::string Names::fresh(Taken& taken, const std::string& wanted) {
  auto [found, is_new] = taken.try_emplace(wanted, 0);
  if (is_new) return wanted;
  // A new entry may move the others, so the counter is kept aside.
  int number = found->second;
  std::string name;
  do {
    name = wanted + "_" + std::to_string(++number);
  } while (!taken.try_emplace(name, 0).second);
  taken[wanted] = number;
  return name;
}

void Names::name_value(ValueId id, const std::string& wanted) {
  if (values_[id.index].empty()) values_[id.index] = fresh_value(wanted);
}

void Names::name_interface(const Graph& graph) {
  const auto& params = graph.blocks[graph.root].params;
  for (size_t i = 0; i < params.size(); ++i) {
    const std::string& name = graph.values[params[i]].name;
    name_value(params[i], name.empty() ? "input_" + std::to_string(i) : name);
  }
  for (ValueId id : graph.parameters) name_value(id, graph.values[id].name);
  for (size_t i = 0; i < graph.outputs.size(); ++i) {
    const auto& [value, wanted] = graph.outputs[i];
    std::string name = fresh_value(wanted.empty() ? "output_" + std::to_string(i) : wanted);
    const ValueInfo& info = graph.values[value];
    // Only what the root block itself makes can carry an output's name, and only one of them.
    if (info.kind == ValueKind::kNode && info.block == graph.root && !claimed_[value.index]) {
      values_[value.index] = name;
      claimed_[value.index] = true;
    }
    outputs_.push_back(std::move(name));
  }
}

void Names::name_block(const Graph& graph, BlockId id) {
  for (NodeId node : graph.blocks[id].nodes) name_node(graph, node);
}

void Names::name_node(const Graph& graph, NodeId id) {
  const Node& node = graph.nodes[id];
  std::string scope = scope_of(graph, node);
  nodes_[id.index] = fresh_node(scope + node.op->name);
  const std::string& name = nodes_[id.index];
  for (ValueId input : node.inputs) name_use(graph, input, scope);
  for (size_t i = 0; i < node.outputs.size(); ++i)
    if (node.outputs[i].valid()) name_value(node.outputs[i], name + "_output_" + std::to_string(i));
  for (BlockId block : node.blocks) {
    const Block& inner = graph.blocks[block];
    for (ValueId param : inner.params) {
      const std::string& wanted = graph.values[param].name;
      name_value(param, name + "_" + (wanted.empty() ? "input" : wanted));
    }
    name_block(graph, block);
    for (ValueId result : inner.results) name_use(graph, result, scope);
  }
}

// Inputs and outputs of nodes have their names by now; what is left has no block.
void Names::name_use(const Graph& graph, ValueId id, const std::string& scope) {
  if (!id.valid()) return;
  const ValueInfo& info = graph.values[id];
  if (info.kind == ValueKind::kConstant) name_value(id, scope + "Constant");
  if (info.kind == ValueKind::kInitializer)
    name_value(id, info.name.empty() ? scope + "Parameter" : info.name);
  if (info.kind == ValueKind::kRandom) name_value(id, scope + "Random");
}

}  // namespace nnscan

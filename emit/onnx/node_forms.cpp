#include "emit/onnx/node_forms.h"

#include <algorithm>

#include "emit/onnx/schema.h"

namespace nnscan {

Lowered forms_of(const Graph& graph, DimPool& dims, const Node& node, int opset) {
  Lowered lowered = lower(graph, dims, node, opset);
  if (!lowered.refusal.empty()) return lowered;
  auto dtype_of = [&](const Operand& operand) -> std::optional<DType> {
    if (auto* id = std::get_if<ValueId>(&operand)) return graph.type(*id).dtype;
    if (auto* made = std::get_if<ConstantRef>(&operand)) return (*made)->dtype();
    if (auto* between = std::get_if<Between>(&operand)) return between->dtype;
    return std::nullopt;
  };
  for (const Form& form : lowered.forms)
    if (std::string found = misfit(form, opset, dtype_of); !found.empty()) return refused(found);
  return lowered;
}

int lowest_opset_of(const Graph& graph, DimPool& dims, const Node& node, int opset) {
  for (int candidate = opset + 1; candidate <= kHomeOpset; ++candidate)
    if (forms_of(graph, dims, node, candidate).refusal.empty()) return candidate;
  return 0;
}

namespace {

void look_through_block(const Graph& graph, DimPool& dims, int opset, BlockId block,
                        OpsetFindings& found) {
  for (NodeId id : graph.blocks[block].nodes) {
    const Node& node = graph.nodes[id];
    found.add(graph, dims, id, opset, forms_of(graph, dims, node, opset));
    for (BlockId inner : node.blocks) look_through_block(graph, dims, opset, inner, found);
  }
}

}  // namespace

void OpsetFindings::add(const Graph& graph, DimPool& dims, NodeId id, int opset,
                        const Lowered& lowered) {
  const Node& node = graph.nodes[id];
  if (!lowered.refusal.empty()) {
    int lowest = lowest_opset_of(graph, dims, node, opset);
    std::string needs = lowest ? " needs opset " + std::to_string(lowest)
                               : " is in no opset up to " + std::to_string(kHomeOpset);
    problems.push_back({id, lowered.refusal + needs, lowest});
  }
  Span span = node.origin.valid() ? graph.origins[node.origin].span : Span{};
  for (const std::string& each : lowered.assumptions) {
    Assumption made{span, each};
    auto among = [&](const std::vector<Assumption>& all) {
      return std::any_of(all.begin(), all.end(), [&](const Assumption& known) {
        return known.span == made.span && known.message == made.message;
      });
    };
    if (!among(graph.assumptions) && !among(assumptions)) assumptions.push_back(std::move(made));
  }
}

OpsetFindings look_through(const Graph& graph, DimPool& dims, int opset) {
  OpsetFindings found;
  look_through_block(graph, dims, opset, graph.root, found);
  return found;
}

}  // namespace nnscan

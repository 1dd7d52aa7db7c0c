#include "emit/onnx/node_forms.h"

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

}  // namespace nnscan

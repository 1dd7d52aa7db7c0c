#include "emit/onnx/node_forms.h"

#include <algorithm>
#include <unordered_set>

#include "emit/onnx/schema.h"
#include "ir/ops/op.h"

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

// Looks at one node of each kind: most nodes of a graph are like one that was found to fit.
class Look {
 public:
  Look(const Graph& graph, DimPool& dims, int opset) : graph_(graph), dims_(dims), opset_(opset) {}

  void through(BlockId block) {
    for (NodeId id : graph_.blocks[block].nodes) {
      look_at(id);
      for (BlockId inner : graph_.nodes[id].blocks) through(inner);
    }
  }

  OpsetFindings found;

 private:
  void look_at(NodeId id) {
    const Node& node = graph_.nodes[id];
    bool is_plain = node.op->since <= opset_ && is_at_home(node.op->name, opset_);
    std::string kind = is_plain ? kind_of(node) : std::string();
    if (is_plain && fitting_.count(kind)) return;
    Lowered lowered = forms_of(graph_, dims_, node, opset_);
    found.add(graph_, dims_, id, opset_, lowered);
    if (is_plain && lowered.refusal.empty()) fitting_.insert(std::move(kind));
  }

  // All that `misfit` asks of a node that no rewrite changes.
  std::string kind_of(const Node& node) const {
    std::string kind = node.op->name;
    auto append = [&](const std::vector<ValueId>& values) {
      kind += '(';
      for (ValueId value : values)
        kind += value.valid() ? dtype_letter(value) : '-';
    };
    append(node.inputs);
    append(node.outputs);
    for (const NamedAttribute& attribute : node.attributes) {
      kind += ' ' + attribute.name;
      if (auto* text = std::get_if<std::string>(&attribute.value)) kind += '=' + *text;
    }
    return kind;
  }

  char dtype_letter(ValueId value) const {
    return static_cast<char>('a' + static_cast<int>(graph_.type(value).dtype));
  }

  const Graph& graph_;
  DimPool& dims_;
  int opset_;
  std::unordered_set<std::string> fitting_;
};

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
  Look look(graph, dims, opset);
  look.through(graph.root);
  return std::move(look.found);
}

}  // namespace nnscan

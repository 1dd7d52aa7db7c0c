// What branches say of conditions: inside a side of an If, its condition is known, and with it
// what follows from it.
#include <algorithm>
#include <string_view>

#include "ir/builder.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

constexpr int kDepth = 6;  // conditions are small terms

constexpr std::string_view kTerms[] = {"Add", "And", "Equal", "Greater", "GreaterOrEqual", "Less",
                                       "LessOrEqual", "Mul", "Not", "Or", "Sub"};  // sorted

std::string_view name_of(const Node& node) { return node.op->name; }

const Node* definition(const Graph& graph, ValueId value) {
  const ValueInfo& info = graph.values[value];
  return info.kind == ValueKind::kNode ? &graph.nodes[info.node] : nullptr;
}

// The same value by its making, for conditions that are computed once more.
bool same_term(const Graph& graph, ValueId a, ValueId b, int depth) {
  if (a == b) return true;
  const Constant *x = graph.constant(a), *y = graph.constant(b);
  if (x && y) return x->same_as(*y);
  const Node *m = definition(graph, a), *n = definition(graph, b);
  if (depth == 0 || !m || !n || m->op != n->op || m->inputs.size() != n->inputs.size()) return false;
  if (!std::ranges::binary_search(kTerms, name_of(*m))) return false;
  for (size_t i = 0; i < m->inputs.size(); ++i)
    if (!same_term(graph, m->inputs[i], n->inputs[i], depth - 1)) return false;
  return true;
}

// Whether `wanted` is known where `condition` is known to be `truth`.
std::optional<bool> follows(const Graph& graph, ValueId condition, bool truth, ValueId wanted, int depth) {
  if (same_term(graph, condition, wanted, kDepth)) return truth;
  const Node* node = definition(graph, condition);
  if (depth == 0 || !node) return std::nullopt;
  if (name_of(*node) == "Not") return follows(graph, node->inputs[0], !truth, wanted, depth - 1);
  if (name_of(*node) == (truth ? "And" : "Or"))
    for (ValueId part : node->inputs)
      if (auto known = follows(graph, part, truth, wanted, depth - 1)) return known;
  return std::nullopt;
}

}  // namespace

std::optional<bool> Builder::known_here(ValueId condition) const {
  for (BlockId block = current(); graph_.blocks[block].owner.valid(); block = graph_.blocks[block].parent) {
    const Node& owner = graph_.nodes[graph_.blocks[block].owner];
    if (name_of(owner) != "If") continue;
    bool truth = block == owner.blocks[0];
    if (auto known = follows(graph_, owner.inputs[0], truth, condition, kDepth)) return known;
  }
  const Node* node = definition(graph_, condition);
  if (!node) return std::nullopt;
  if (name_of(*node) == "Not") {
    auto known = known_here(node->inputs[0]);
    return known ? std::optional(!*known) : std::nullopt;
  }
  bool is_and = name_of(*node) == "And";
  if (!is_and && name_of(*node) != "Or") return std::nullopt;
  bool all = true;
  for (ValueId part : node->inputs) {
    auto known = known_here(part);
    if (known && *known != is_and) return known;
    all = all && known;
  }
  return all ? std::optional(is_and) : std::nullopt;
}

}  // namespace nnscan

// What passes have in common: replacing values by others, and counting uses.
#pragma once

#include <map>
#include <vector>

#include "ir/graph.h"

namespace nnscan {

class Replacements {
 public:
  // From now on `by` stands for `value`.
  void add(ValueId value, ValueId by) { by_[value.index] = by; }
  bool empty() const { return by_.empty(); }
  // What stands for `value`: itself where nothing was added.
  ValueId of(ValueId value) const;
  void apply(std::vector<ValueId>& values) const;
  // In all nodes, results, outputs and symbol origins. A variable's name moves along.
  void apply(Graph& graph) const;

 private:
  std::map<uint32_t, ValueId> by_;
};

// How often each value is used, by nodes that stand in a block, results and outputs.
std::vector<uint32_t> count_uses(const Graph& graph);

// The node that makes the value if it is `op`, or null.
const Node* made_by(const Graph& graph, ValueId value, std::string_view op);

}  // namespace nnscan

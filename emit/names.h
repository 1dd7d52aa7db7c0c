// Stable, readable names for everything in a graph, unique across all its blocks and the same
// for every output format and opset.
//
// Nodes are `/` module path `/` op (`/layer1.0.conv1/Conv`), with `_1`, `_2` … where that is
// taken; values are their node's name and `_output_0`. Parameters and buffers have their
// state_dict key, inputs and outputs their own names; where one of those is taken already, by
// an input before it, then a key, then an output, it gets a number as well. Constants are named
// by their first use, `/layer1/Constant_3`.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ir/graph.h"

namespace nnscan {

class Names {
 public:
  explicit Names(const Graph& graph);

  const std::string& node(NodeId id) const { return nodes_[id.index]; }
  // Empty for a value that nothing reachable from the root block makes or uses.
  const std::string& value(ValueId id) const { return values_[id.index]; }
  const std::string& output(size_t index) const { return outputs_[index]; }
  // The value is made in the root block and has an output's name.
  bool is_output(ValueId id) const { return claimed_[id.index]; }

  // Names that nothing has yet, for what a format adds of its own.
  std::string fresh_node(const std::string& wanted) { return fresh(node_names_, wanted); }
  std::string fresh_value(const std::string& wanted) { return fresh(value_names_, wanted); }

 private:
  using Taken = std::unordered_map<std::string, int>;  // name -> last number tried after it

  static std::string fresh(Taken& taken, const std::string& wanted);
  void name_value(ValueId id, const std::string& wanted);
  void name_interface(const Graph& graph);
  void name_block(const Graph& graph, BlockId id);
  void name_node(const Graph& graph, NodeId id);
  void name_use(const Graph& graph, ValueId id, const std::string& scope);

  Taken node_names_, value_names_;
  std::vector<std::string> nodes_, values_, outputs_;
  std::vector<bool> claimed_;
};

// `/layer1.0.conv1/`, or `/` at the root.
std::string scope_of(const Graph& graph, const Node& node);

}  // namespace nnscan

// A node on its way to ONNX: what the rewrites of opset.cpp change and what model.cpp writes.
// Operands are values of the graph, constants that a rewrite makes, or results that one form
// hands to another of the same node.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "ir/graph.h"

namespace nnscan {

// A value between the forms that one node became.
struct Between {
  int number = 0;
  DType dtype = DType::kFloat32;
};

// monostate: an omitted optional input.
using Operand = std::variant<std::monostate, ValueId, ConstantRef, Between>;

struct Form {
  std::string op;
  std::vector<Operand> inputs;
  std::vector<NamedAttribute> attributes;
  std::vector<Operand> outputs;

  bool has(size_t i) const {
    return i < inputs.size() && !std::holds_alternative<std::monostate>(inputs[i]);
  }
  const Attribute* find(std::string_view name) const;
  std::string string_or(std::string_view name, const std::string& fallback) const;
  int64_t int_or(std::string_view name, int64_t fallback) const;
  void set(const std::string& name, Attribute value);
  void drop(std::string_view name);
  // Omits input i, and shortens the list where omitted inputs are last.
  void omit(size_t i);
  void put(size_t i, Operand operand);
};

}  // namespace nnscan

// From the home form of a node, which is that of opset 20, to the form of an older opset, where
// only attributes became inputs or the same thing has another spelling. What an opset cannot say
// at all is refused; there the prelude has the op in terms of older ones.
//
// A row of the table covers the opsets below a number, all of them where it is above the home
// opset; an op with several rows gets them from
// the newest to the oldest. https://github.com/onnx/onnx/blob/main/docs/Changelog.md
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "emit/onnx/form.h"

namespace nnscan {

inline constexpr int kHomeOpset = 20;
inline constexpr int kOldestOpset = 11;

// What a rewrite works on: the form that carries the node's name, and forms before and after it.
class Rewriting {
 public:
  Rewriting(const Graph& graph, DimPool& dims, const Node& node, int opset);

  const Graph& graph;
  DimPool& dims;
  const int opset;
  Form form;
  std::vector<Form> before, after;
  std::vector<std::string> assumptions;  // what the older form takes for granted

  // The known contents of an input, or null.
  const Constant* constant(size_t input) const;
  // The type of an input or output that is a value of the graph; null for others.
  const Type* type(const Operand& operand) const;
  const Type* input_type(size_t input) const;
  Between between(DType dtype) { return {count_++, dtype}; }

 private:
  int count_ = 0;
};

struct Lowered {
  std::vector<Form> forms;  // in order of execution; empty where refused
  size_t main = 0;          // the one that carries the node's name
  std::vector<std::string> assumptions;
  std::string refusal;  // what, in a few words: "`Pad` in this form"
};

Lowered refused(std::string what);

// Whether what has this name is said at `opset` as it is at home.
bool is_at_home(std::string_view op, int opset);

// The forms of `node` at `opset`.
Lowered lower(const Graph& graph, DimPool& dims, const Node& node, int opset);

// One row of the table, for documentation and tests.
struct OpsetRow {
  const char* op;
  int below;                    // applies to opsets below this
  const char* what;             // what moved, in a few words
  bool (*rewrite)(Rewriting&);  // false: this node cannot be said
};
std::span<const OpsetRow> opset_rows();

}  // namespace nnscan

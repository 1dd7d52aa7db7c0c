// The primitives: the ONNX operators of the home opset, one row each, grouped by family in the
// files of this folder. A row says the operator's name, the opset that introduced the form that
// we emit, its type rule over symbolic dims, and how it folds on constants.
//
// A type rule reads input types through InferContext and sets output types. Sizes that must be
// equal are unified: provably different sizes are an error in the words of that rule; an
// anonymous symbol against anything is a refinement, which restarts the analysis with the symbol
// known; two sizes that may or may not be equal are accepted, because ONNX Runtime checks them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "ir/base/check.h"
#include "ir/graph.h"

namespace nnscan {

// Something learnt of an anonymous symbol, or of an input of unknown rank.
struct Refinement {
  uint32_t symbol = 0;
  Dim dim;             // the symbol equals this
  ValueId value;       // or, if valid: this block input has
  int rank = -1;       // this rank
  std::optional<DType> dtype;  // or this dtype
};

// What 1-d and 0-d int64 values are known to hold, by the value's index.
using KnownDims = std::unordered_map<uint32_t, Dims>;

// The contents of a short int64 constant of rank 0 or 1.
std::optional<Dims> constant_dims(const Constant& constant, DimPool& dims);

class InferContext {
 public:
  InferContext(Graph& graph, DimPool& dims, Node& node, const KnownDims* known = nullptr)
      : graph(graph), dims(dims), node(node), known(known) {}

  Graph& graph;
  DimPool& dims;
  Node& node;                         // node.outputs has its final length, ids may be invalid
  const KnownDims* known;             // what the builder remembers; may be null
  std::vector<Type> outputs;          // what the rule sets: one for each of node.outputs
  std::vector<Refinement> refinements;
  std::string error;                  // set by fail

  bool has(size_t i) const { return i < node.inputs.size() && node.inputs[i].valid(); }
  const Type& in(size_t i) const {
    NNSCAN_CHECK(has(i), "a required input is missing");
    return graph.type(node.inputs[i]);
  }
  size_t input_count() const { return node.inputs.size(); }
  // The known contents of an input, or null.
  const Constant* constant(size_t i) const {
    return has(i) ? graph.constant(node.inputs[i]) : nullptr;
  }
  // The contents of a 1-d (or 0-d) int64 input as dims, where they are known constants or were
  // made from dims by Builder::shape_value; nullopt where not known at all.
  std::optional<Dims> dims_value(size_t i) const;

  void set(Type type) { outputs.push_back(std::move(type)); }
  void set(DType dtype, Dims d) { outputs.push_back(Type::of(dtype, std::move(d))); }
  void fail(std::string message) { if (error.empty()) error = std::move(message); }
  bool failed() const { return !error.empty(); }

  // The input has this rank, or fails; an unranked graph input is refined.
  bool want_rank(size_t i, int rank, const char* what);
  // a and b become one size; `what` names it in the error. Returns the better known of the two.
  Dim unify(Dim a, Dim b, const std::string& what);
  // numpy broadcasting of two or more shapes; unranked if any is.
  Type broadcast(DType dtype, std::span<const Type* const> types);
  int64_t axis(int64_t axis, size_t rank);  // normalises a negative axis; fails out of range
  std::string text(Dim dim) const { return dims.text(dim); }

 private:
  bool refinable(uint32_t symbol) const;
  // Solves a = b for a symbol that the model's inputs leave open.
  std::optional<Refinement> solve(Dim a, Dim b);
  Dim broadcast_dim(Dim a, Dim b);
};

struct FoldContext {
  const Node& node;
  std::span<const Constant* const> inputs;  // null for omitted ones
  std::span<const Type> outputs;            // as inferred; shapes all known
  const DimPool& dims;                      // the pool of their sizes
};
using InferRule = void (*)(InferContext&);
// The outputs, or empty where this form is not folded.
using FoldRule = std::vector<ConstantRef> (*)(const FoldContext&);

struct OpInfo {
  const char* name;
  int since;               // first opset with the form that we build
  InferRule infer;
  FoldRule fold = nullptr;
  bool pure = true;        // false: random; never merged, never folded
};

const OpInfo* find_op(std::string_view name);
std::span<const std::span<const OpInfo>> op_families();

}  // namespace nnscan

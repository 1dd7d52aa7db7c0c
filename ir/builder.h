// The only maker of nodes. It appends to the innermost open block, infers types, folds what is
// constant, reuses an equal pure node that is visible (so that asking twice for a shape costs
// nothing), and computes symbolic dims where a node needs them.
#pragma once

#include <functional>
#include <unordered_map>
#include <variant>
#include <vector>

#include "ir/graph.h"
#include "ir/ops/op.h"

namespace nnscan {

// A type rule said no. The message is the rule's, without the op's name.
struct TypeError {
  const OpInfo* op;
  std::string message;
};

// A type rule learnt something about an input: the analysis must start again with it.
struct NeedRefinement {
  std::vector<Refinement> refinements;
};

class Builder {
 public:
  // `origin` is asked at every node made.
  Builder(Graph& graph, DimPool& dims, std::function<OriginId()> origin);

  Graph& graph() { return graph_; }
  DimPool& dims() { return dims_; }

  // A call on constants is computed here and now if its results have at most so many elements.
  int64_t fold_limit = int64_t{64} << 20;

  // Applies an op. Attributes need not be sorted. Throws TypeError or NeedRefinement.
  std::vector<ValueId> make(const OpInfo& op, std::vector<ValueId> inputs,
                            std::vector<NamedAttribute> attributes, size_t outputs = 1);
  ValueId make1(std::string_view op, std::vector<ValueId> inputs,
                std::vector<NamedAttribute> attributes = {});

  ValueId constant(ConstantRef value);
  // One that stands for no other of the same contents.
  ValueId fresh_constant(ConstantRef value);
  ValueId input(std::string name, Type type);  // appends to the root block's parameters
  ValueId initializer(std::string key, Type type, ConstantRef bytes);
  ValueId random_source(Type type);

  // Whether the value of each symbol in it can be read at the current place. Where it cannot, a
  // size known only inside a branch has left it, and the functions below must not be asked.
  bool computable(Dim dim) const;
  // The value of a symbolic integer when the model runs: int64, rank 0 or shape [1].
  ValueId dim_scalar(Dim dim);
  ValueId dim_vector1(Dim dim);
  // A 1-d int64 value that holds these sizes.
  ValueId shape_value(const Dims& dims);
  // The dims that a 1-d or 0-d int64 value is known to hold.
  std::optional<Dims> dims_of(ValueId value) const;
  // Remembers that a 0-d int64 value is this symbolic integer.
  void note_dims(ValueId value, Dims dims);
  // A symbolic integer for a 0-d int64 value: known, noted, or a fresh symbol bound to it.
  Dim dim_from_scalar(ValueId value);
  // Reshape with as few nodes as the dims allow (0 for copied axes, one -1).
  ValueId reshape(ValueId value, const Dims& dims);
  ValueId cast(ValueId value, DType dtype);

  // If. open_if makes the node and two empty blocks; enter/leave choose where nodes go.
  NodeId open_if(ValueId condition);
  void enter(BlockId block);
  void leave();
  BlockId current() const { return stack_.back(); }
  // What the branches around the current place say of a condition (builder_facts.cpp).
  std::optional<bool> known_here(ValueId condition) const;
  // Gives the If an output whose two sources are visible at the end of its blocks. The type is
  // the join of both, or `type` where given. Throws TypeError on different dtypes.
  ValueId add_if_output(NodeId node, ValueId then_value, ValueId else_value,
                        const Type* type = nullptr);
  // Moves the nodes of `block` to where the If or Loop that owned it stands, and drops that.
  void splice(NodeId owner, BlockId block);

  // Loop. open_loop makes the node and a body whose parameters are the iteration (int64), the
  // condition and the states, each of its type. `trips` says how often it runs at most; invalid:
  // there is no bound.
  // https://onnx.ai/onnx/operators/onnx__Loop.html
  struct LoopState { ValueId init; Type type; };
  NodeId open_loop(Dim trips, ValueId condition, const std::vector<LoopState>& states);
  // Once the body is there: the condition of the next iteration, then what the states given to
  // open_loop become, in their order, then further states (whose start nobody reads), then scans.
  // All are visible at the end of the body; the results are outputs of the Loop.
  void set_loop_condition(NodeId loop, ValueId next);
  ValueId set_loop_state(NodeId loop, ValueId next, Type type);
  ValueId add_loop_state(NodeId loop, ValueId init, ValueId next, Type type);
  // The values of all iterations, stacked in front of a new axis of this size.
  ValueId add_loop_scan(NodeId loop, ValueId next, Dim iterations);
  // Takes the node out of its block, which must be the current one: it was an attempt.
  void abandon(NodeId owner);
  bool visible(ValueId value) const;  // from the current block

  // Size of all stores, to go back to when an analysis is repeated. Whatever was made since is
  // forgotten; a node that splice moved since then does not come back.
  struct Mark { uint32_t values, nodes, blocks, origins, root_nodes; };
  Mark mark() const;
  void rewind(const Mark& mark);
  // All of it, to go back to whatever was done to the graph since, passes included. Ids stay what they were.
  struct State;
  State state() const;
  void restore(const State& state);

 private:
  // builder.cpp
  std::vector<Type> infer(Node& node, std::optional<Dims>& contents);
  std::vector<ValueId> fold(const Node& node, const std::vector<Type>& types);
  std::vector<ValueId> append(Node node, std::vector<Type> types);
  ValueId add_value(ValueInfo info);
  void register_symbols(ValueId value);
  NodeId find_equal(const Node& node, const std::string& key) const;
  std::string key_of(const Node& node) const;

  // builder_dims.cpp
  ValueId materialise(Dim dim);           // shape [1]
  ValueId part_value(const DimPool::Part& part, bool& negative);
  ValueId atom_value(const DimAtom& atom);
  ValueId symbol_vector1(uint32_t symbol);
  std::optional<SymbolOrigin> find_origin(uint32_t symbol) const;
  SymbolOrigin visible_origin(uint32_t symbol) const;
  ValueId axes_of(ValueId value, size_t start, size_t end);
  size_t shape_run(const Dims& dims, size_t at, SymbolOrigin& origin);

  // builder_reshape.cpp
  bool surely_positive(Dim dim);
  ValueId empty_tensor(ValueId value, const Dims& dims);
  ValueId shape_for_reshape(const Type& from, const Dims& dims, bool& allow_zero);
  std::optional<std::vector<int64_t>> static_shape(const Type& from, const Dims& dims);
  bool copies_zero(const Type& from, const Dims& dims, size_t axis);

  // builder_blocks.cpp
  Dim join(Dim a, Dim b);
  NodeId add_owner(const OpInfo& op, std::vector<ValueId> inputs, size_t blocks);
  ValueId add_result(NodeId owner, ValueId result, Type type);
  ValueId add_param(BlockId block, Type type);
  void drop_after(const Mark& mark, Block& block);

  Graph& graph_;
  DimPool& dims_;
  std::function<OriginId()> origin_;
  std::vector<BlockId> stack_;
  KnownDims noted_;
  std::unordered_multimap<std::string, NodeId> equal_;
  std::unordered_map<std::string, std::vector<ValueId>> folded_;  // what a call of constants gave
  std::unordered_multimap<uint32_t, ValueId> dim_cache_;
  std::unordered_multimap<size_t, ValueId> constants_;
};

struct Builder::State {
  Graph graph;
  std::vector<BlockId> stack;
  KnownDims noted;
  std::unordered_multimap<std::string, NodeId> equal;
  std::unordered_map<std::string, std::vector<ValueId>> folded;
  std::unordered_multimap<uint32_t, ValueId> dim_cache;
  std::unordered_multimap<size_t, ValueId> constants;
};

}  // namespace nnscan

// The SSA graph: values, nodes, blocks, in flat stores.
//
// A node applies one primitive (a row of ir/ops) to values; `If` and `Loop` also own blocks. A
// block is an ordered list of nodes with parameters and results; the root block's parameters are
// the model's inputs and its results the outputs. A value is visible in its own block, below its
// node, and in every block nested there. Constants and initializers belong to no block and are
// visible everywhere. Only the Builder makes nodes; passes may drop or rewire them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ir/base/ids.h"
#include "ir/base/source.h"
#include "ir/base/symbol.h"
#include "ir/constant.h"
#include "ir/type.h"

namespace nnscan {

using ValueId = Id<struct ValueTag>;
using NodeId = Id<struct NodeTag>;
using BlockId = Id<struct BlockTag>;
using OriginId = Id<struct OriginTag>;

struct OpInfo;  // ir/ops/op.h

using Attribute = std::variant<int64_t, double, std::string, std::vector<int64_t>,
                               std::vector<double>, std::vector<std::string>, ConstantRef>;

struct NamedAttribute {
  std::string name;
  Attribute value;
};

// Where a node came from. Interned: equal origins have equal ids.
struct Origin {
  Span span;                  // the user's innermost line
  std::vector<Span> calls;    // the user's calls that led there, outermost first
  std::string module_path;    // "layer1.0.conv1"; empty at the root
  std::string module_class;   // "Conv2d"
  std::string torch_call;     // "torch.nn.functional.conv2d"; empty for plain Python
  friend auto operator==(const Origin&, const Origin&) -> bool = default;
};

enum class ValueKind : uint8_t {
  kInput,        // a parameter of a block
  kNode,         // an output of a node
  kConstant,     // known bytes that the source computed
  kInitializer,  // a parameter or buffer of the module, by state_dict key
  kRandom,       // unknown numbers drawn in __init__; may not reach a result
};

struct ValueInfo {
  Type type;
  ValueKind kind = ValueKind::kNode;
  NodeId node;            // kNode
  uint32_t output = 0;    // kNode: which output
  BlockId block;          // kInput, kNode; invalid for values visible everywhere
  std::string name;       // wanted name: an input's, a state_dict key, a variable's; may be empty
  ConstantRef constant;   // kConstant; kInitializer when its bytes are known
};

struct Node {
  const OpInfo* op = nullptr;
  std::vector<ValueId> inputs;  // an invalid id is an omitted optional input
  std::vector<ValueId> outputs;
  std::vector<NamedAttribute> attributes;  // only those that differ from the default; sorted
  std::vector<BlockId> blocks;             // If: then, else; Loop: body
  OriginId origin;
  BlockId block;

  const Attribute* find(std::string_view name) const;
  int64_t int_or(std::string_view name, int64_t fallback) const;
  double float_or(std::string_view name, double fallback) const;
  std::string string_or(std::string_view name, const std::string& fallback) const;
  std::vector<int64_t> ints_or(std::string_view name, std::vector<int64_t> fallback) const;
};

struct Block {
  BlockId parent;  // invalid for the root
  NodeId owner;    // the If or Loop; invalid for the root
  std::vector<ValueId> params;
  std::vector<NodeId> nodes;
  std::vector<ValueId> results;
};

// How to compute a dim symbol when the model runs.
struct SymbolOrigin {
  ValueId value;
  int axis = 0;  // the size of this axis of value; -1: value itself, an int64 of rank 0
};

struct Output {
  ValueId value;
  std::string name;
};

struct Assumption {
  Span span;
  std::string message;
};

struct Graph {
  std::string name;
  Store<ValueId, ValueInfo> values;
  Store<NodeId, Node> nodes;
  Store<BlockId, Block> blocks;
  Store<OriginId, Origin> origins;
  BlockId root;
  std::vector<Output> outputs;  // of the root block, in order
  std::vector<ValueId> parameters;  // initializers and parameter inputs, in state_dict order
  std::map<uint32_t, SymbolOrigin> symbols;
  std::vector<Assumption> assumptions;
  int opset = 17;

  Graph();
  const Type& type(ValueId value) const { return values[value].type; }
  // The bytes of a value that the source computed, or null.
  const Constant* constant(ValueId value) const;
  bool is_ancestor(BlockId outer, BlockId inner) const;  // or the same
};

}  // namespace nnscan

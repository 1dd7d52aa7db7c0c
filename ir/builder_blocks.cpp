// Blocks: what is visible where, the two sides of an If and their joined results, and going back
// to an earlier state.
#include <algorithm>

#include <fmt/format.h>

#include "ir/base/check.h"
#include "ir/builder.h"

namespace nnscan {

namespace {

template <class Map, class Dropped>
void drop(Map& map, Dropped dropped) {
  std::erase_if(map, [&](const auto& entry) { return dropped(entry.second); });
}

bool is_condition(const Type& type, const DimPool& dims) {
  if (type.dtype != DType::kBool || !type.ranked) return false;
  return type.rank() == 0 || (type.rank() == 1 && dims.known(type.dims[0]) == 1);
}

}  // namespace

// A value of an enclosing block must have been made before the If that stands between: in
// node ids, which grow within a block.
bool Builder::visible(ValueId value) const {
  const ValueInfo& info = graph_.values[value];
  if (!info.block.valid()) return true;
  NodeId below;
  for (BlockId block = current(); block.valid(); block = graph_.blocks[block].parent) {
    if (block == info.block)
      return info.kind != ValueKind::kNode || !below.valid() || info.node < below;
    below = graph_.blocks[block].owner;
  }
  return false;
}

NodeId Builder::add_owner(const OpInfo& op, std::vector<ValueId> inputs, size_t blocks) {
  Node node;
  node.op = &op;
  node.inputs = std::move(inputs);
  node.block = current();
  append(std::move(node), {});
  NodeId id{graph_.nodes.size() - 1};
  for (size_t i = 0; i < blocks; ++i) {
    BlockId block = graph_.blocks.add({current(), id, {}, {}, {}});
    graph_.nodes[id].blocks.push_back(block);
  }
  return id;
}

NodeId Builder::open_if(ValueId condition) {
  const OpInfo* op = find_op("If");
  NNSCAN_CHECK(op, "no operator If");
  NNSCAN_CHECK(visible(condition), "the condition");
  const Type& type = graph_.type(condition);
  if (!is_condition(type, dims_))
    throw TypeError{op, fmt::format("the condition must be one bool, not {}", text(type, dims_))};
  return add_owner(*op, {condition}, 2);
}

void Builder::enter(BlockId block) { stack_.push_back(block); }

void Builder::leave() {
  NNSCAN_CHECK(stack_.size() > 1, "no block to leave");
  stack_.pop_back();
}

// One size for both sides: theirs if it is the same, else a new unknown between them.
Dim Builder::join(Dim a, Dim b) {
  if (a == b) return a;
  Dim joined = dims_.unknown();
  DimRange ra = dims_.range(a), rb = dims_.range(b);
  DimSymbol& symbol = dims_.symbol_info(*dims_.as_symbol(joined));
  if (ra.lower && rb.lower) symbol.lower = std::max<int64_t>(0, std::min(*ra.lower, *rb.lower));
  if (ra.upper && rb.upper) symbol.upper = std::max(*ra.upper, *rb.upper);
  return joined;
}

ValueId Builder::add_if_output(NodeId node, ValueId then_value, ValueId else_value,
                               const Type* type) {
  const Type a = graph_.type(then_value), b = graph_.type(else_value);
  if (a.dtype != b.dtype)
    throw TypeError{graph_.nodes[node].op,
                    fmt::format("the two sides give {} and {}", info(a.dtype).name,
                                info(b.dtype).name)};
  Type joined = Type::unranked(a.dtype);
  if (type) {
    joined = *type;
  } else if (a.ranked && b.ranked && a.rank() == b.rank()) {
    joined.ranked = true;
    for (size_t i = 0; i < a.rank(); ++i) joined.dims.push_back(join(a.dims[i], b.dims[i]));
  }
  ValueId sides[] = {then_value, else_value};
  for (size_t side = 0; side < 2; ++side) {
    BlockId block = graph_.nodes[node].blocks[side];
    stack_.push_back(block);
    bool in_scope = visible(sides[side]);
    stack_.pop_back();
    NNSCAN_CHECK(in_scope, "the result of a branch");
    graph_.blocks[block].results.push_back(sides[side]);
  }
  ValueInfo output;
  output.type = std::move(joined);
  output.node = node;
  output.output = static_cast<uint32_t>(graph_.nodes[node].outputs.size());
  output.block = graph_.nodes[node].block;
  ValueId value = add_value(std::move(output));
  graph_.nodes[node].outputs.push_back(value);
  std::optional<Dims> held = dims_of(then_value);
  if (held && held == dims_of(else_value)) note_dims(value, std::move(*held));
  return value;
}

void Builder::splice(NodeId owner, BlockId block) {
  BlockId target = graph_.nodes[owner].block;
  NNSCAN_CHECK(target == current(), "a node is spliced into its own block");
  std::vector<NodeId> moved = std::move(graph_.blocks[block].nodes);
  graph_.blocks[block].nodes.clear();
  for (NodeId id : moved) {
    Node& node = graph_.nodes[id];
    node.block = target;
    for (ValueId output : node.outputs) graph_.values[output].block = target;
    for (BlockId inner : node.blocks) graph_.blocks[inner].parent = target;
  }
  // In the node's own place: what was made after it may not be needed by the block, and keeps its
  // order.
  std::vector<NodeId>& nodes = graph_.blocks[target].nodes;
  auto at = std::find(nodes.begin(), nodes.end(), owner);
  NNSCAN_CHECK(at != nodes.end(), "the node is not in its block");
  at = nodes.erase(at);
  nodes.insert(at, moved.begin(), moved.end());
}

Builder::Mark Builder::mark() const {
  return {graph_.values.size(), graph_.nodes.size(), graph_.blocks.size(), graph_.origins.size(),
          static_cast<uint32_t>(graph_.blocks[graph_.root].nodes.size())};
}

void Builder::drop_after(const Mark& mark, Block& block) {
  std::erase_if(block.nodes, [&](NodeId id) { return id.index >= mark.nodes; });
  std::erase_if(block.params, [&](ValueId id) { return id.index >= mark.values; });
  if (!block.owner.valid()) return;
  // An If that stays loses its later outputs, and with them the results behind them.
  std::vector<ValueId>& outputs = graph_.nodes[block.owner].outputs;
  std::erase_if(outputs, [&](ValueId id) { return id.index >= mark.values; });
  if (block.results.size() > outputs.size()) block.results.resize(outputs.size());
}

void Builder::rewind(const Mark& mark) {
  auto new_value = [&](ValueId id) { return id.index >= mark.values; };
  while (stack_.back().index >= mark.blocks) stack_.pop_back();
  graph_.blocks.truncate(mark.blocks);
  for (uint32_t i = 0; i < mark.blocks; ++i) drop_after(mark, graph_.blocks[BlockId{i}]);
  graph_.nodes.truncate(mark.nodes);
  graph_.values.truncate(mark.values);
  graph_.origins.truncate(mark.origins);
  std::erase_if(graph_.outputs, [&](const Output& output) { return new_value(output.value); });
  std::erase_if(graph_.parameters, new_value);
  drop(graph_.symbols, [&](const SymbolOrigin& origin) { return new_value(origin.value); });
  std::erase_if(noted_, [&](const auto& entry) { return entry.first >= mark.values; });
  drop(equal_, [&](NodeId id) { return id.index >= mark.nodes; });
  drop(dim_cache_, new_value);
  drop(constants_, new_value);
  folded_.clear();  // keys may name values that are gone
}

Builder::State Builder::state() const {
  return {graph_, stack_, noted_, equal_, folded_, dim_cache_, constants_};
}

void Builder::restore(const State& state) {
  graph_ = state.graph;
  stack_ = state.stack;
  noted_ = state.noted;
  equal_ = state.equal;
  folded_ = state.folded;
  dim_cache_ = state.dim_cache;
  constants_ = state.constants;
}

}  // namespace nnscan

// Loops: the body's parameters, and the results that leave it.
#include <algorithm>

#include "ir/base/check.h"
#include "ir/builder.h"

namespace nnscan {

ValueId Builder::add_param(BlockId block, Type type) {
  ValueInfo info;
  info.kind = ValueKind::kInput;
  info.type = std::move(type);
  info.block = block;
  // A size that the parameter tells is known in the body, so it is registered from there.
  stack_.push_back(block);
  ValueId value = add_value(std::move(info));
  stack_.pop_back();
  graph_.blocks[block].params.push_back(value);
  return value;
}

NodeId Builder::open_loop(Dim trips, ValueId condition, const std::vector<LoopState>& states) {
  std::vector<ValueId> inputs{trips.valid() ? dim_scalar(trips) : ValueId(), condition};
  for (const LoopState& state : states) inputs.push_back(state.init);
  for (ValueId input : inputs)
    NNSCAN_CHECK(!input.valid() || visible(input), "the start of a loop");
  NodeId loop = add_owner(*find_op("Loop"), std::move(inputs), 1);
  BlockId body = graph_.nodes[loop].blocks[0];
  ValueId iteration = add_param(body, {DType::kInt64, true, {}});
  Dim index = dims_.unknown();
  dims_.symbol_info(*dims_.as_symbol(index)).below = trips;
  graph_.symbols[*dims_.as_symbol(index)] = {iteration, -1};
  note_dims(iteration, {index});
  add_param(body, {DType::kBool, true, {}});
  for (const LoopState& state : states) add_param(body, state.type);
  return loop;
}

ValueId Builder::add_result(NodeId owner, ValueId result, Type type) {
  BlockId body = graph_.nodes[owner].blocks[0];
  stack_.push_back(body);
  bool in_scope = visible(result);
  stack_.pop_back();
  NNSCAN_CHECK(in_scope, "the result of a loop");
  graph_.blocks[body].results.push_back(result);
  ValueInfo output;
  output.type = std::move(type);
  output.node = owner;
  output.output = static_cast<uint32_t>(graph_.nodes[owner].outputs.size());
  output.block = graph_.nodes[owner].block;
  // Seen from outside, where the sizes of the output are to be known.
  stack_.push_back(output.block);
  ValueId value = add_value(std::move(output));
  stack_.pop_back();
  graph_.nodes[owner].outputs.push_back(value);
  return value;
}

void Builder::set_loop_condition(NodeId loop, ValueId next) {
  Block& body = graph_.blocks[graph_.nodes[loop].blocks[0]];
  NNSCAN_CHECK(body.results.empty(), "the condition comes first");
  body.results.push_back(next);
}

ValueId Builder::set_loop_state(NodeId loop, ValueId next, Type type) {
  return add_result(loop, next, std::move(type));
}

ValueId Builder::add_loop_state(NodeId loop, ValueId init, ValueId next, Type type) {
  NNSCAN_CHECK(graph_.nodes[loop].outputs.size() + 2 == graph_.nodes[loop].inputs.size(),
               "states come before scans");
  graph_.nodes[loop].inputs.push_back(init);
  add_param(graph_.nodes[loop].blocks[0], type);
  return add_result(loop, next, std::move(type));
}

ValueId Builder::add_loop_scan(NodeId loop, ValueId next, Dim iterations) {
  Type type = graph_.type(next);
  if (type.ranked) type.dims.insert(type.dims.begin(), iterations);
  return add_result(loop, next, std::move(type));
}

void Builder::abandon(NodeId owner) {
  NNSCAN_CHECK(graph_.nodes[owner].block == current(), "an attempt is abandoned where it was made");
  std::erase(graph_.blocks[current()].nodes, owner);
}

}  // namespace nnscan

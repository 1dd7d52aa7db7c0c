#include <algorithm>

#include "ir/ops/op.h"
#include "ir/passes/passes.h"

namespace nnscan {

namespace {

// One walk backwards: when a node is reached, all uses of its outputs have been seen.
class DeadCode {
 public:
  explicit DeadCode(Graph& graph) : graph_(graph), live_(graph.values.size(), false) {}

  void run() {
    for (const Output& output : graph_.outputs) live_[output.value.index] = true;
    sweep(graph_.root);
  }

 private:
  bool is_live(ValueId value) const { return live_[value.index]; }

  void mark(const std::vector<ValueId>& values) {
    for (ValueId value : values)
      if (value.valid()) live_[value.index] = true;
  }

  void sweep(BlockId id) {
    mark(graph_.blocks[id].results);
    const std::vector<NodeId> nodes = graph_.blocks[id].nodes;
    std::vector<NodeId> kept;
    for (auto at = nodes.rbegin(); at != nodes.rend(); ++at) {
      const std::vector<ValueId>& outputs = graph_.nodes[*at].outputs;
      if (std::none_of(outputs.begin(), outputs.end(), [&](ValueId v) { return is_live(v); }))
        continue;
      kept.push_back(*at);
      if (!graph_.nodes[*at].blocks.empty()) drop_results(*at);
      for (BlockId inner : graph_.nodes[*at].blocks) sweep(inner);
      mark(graph_.nodes[*at].inputs);
    }
    std::reverse(kept.begin(), kept.end());
    graph_.blocks[id].nodes = std::move(kept);
  }

  static bool is_loop(const Node& node) { return node.blocks.size() == 1; }

  // Marks what a block needs for those of its results that are marked.
  void mark_block(const Block& block) {
    for (auto at = block.nodes.rbegin(); at != block.nodes.rend(); ++at) {
      const Node& node = graph_.nodes[*at];
      if (std::none_of(node.outputs.begin(), node.outputs.end(), [&](ValueId v) { return is_live(v); }))
        continue;
      for (BlockId inner : node.blocks) {
        mark(graph_.blocks[inner].results);
        mark_block(graph_.blocks[inner]);
      }
      mark(node.inputs);
    }
  }

  // The states of a Loop that something needs: those of which the output is used, and those that
  // such a one, a scan or the condition comes from.
  std::vector<bool> live_states(const Node& node) {
    const Block& body = graph_.blocks[node.blocks[0]];
    size_t states = node.inputs.size() - 2;
    std::vector<bool> live(node.outputs.size());
    for (size_t i = 0; i < live.size(); ++i) live[i] = is_live(node.outputs[i]);
    mark({body.results[0]});
    for (bool more = true; more;) {
      more = false;
      for (size_t i = 0; i < live.size(); ++i)
        if (live[i]) mark({body.results[i + 1]});
      mark_block(body);
      for (size_t i = 0; i < states; ++i)
        if (!live[i] && is_live(body.params[i + 2])) live[i] = more = true;
    }
    return live;
  }

  // A result goes with its output, and a Loop's state with its start and parameter.
  void drop_results(NodeId id) {
    Node& node = graph_.nodes[id];
    bool loop = is_loop(node);
    size_t states = loop ? node.inputs.size() - 2 : 0;
    size_t ahead = loop ? 1 : 0;  // a Loop's body gives its condition first
    auto erase = [](auto& list, size_t at) { list.erase(list.begin() + static_cast<ptrdiff_t>(at)); };
    std::vector<bool> live(node.outputs.size());
    for (size_t i = 0; i < live.size(); ++i) live[i] = is_live(node.outputs[i]);
    if (loop) live = live_states(node);
    for (size_t i = node.outputs.size(); i-- > 0;) {
      if (live[i]) continue;
      erase(node.outputs, i);
      for (BlockId inner : node.blocks) erase(graph_.blocks[inner].results, i + ahead);
      if (i >= states) continue;
      erase(node.inputs, i + 2);
      erase(graph_.blocks[node.blocks[0]].params, i + 2);
    }
    for (uint32_t i = 0; i < node.outputs.size(); ++i) graph_.values[node.outputs[i]].output = i;
  }

  Graph& graph_;
  std::vector<bool> live_;
};

}  // namespace

void eliminate_dead_code(Graph& graph) { DeadCode(graph).run(); }

}  // namespace nnscan

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

  // A result goes with its output. A Loop's state stays: its body may need it.
  void drop_results(NodeId id) {
    Node& node = graph_.nodes[id];
    bool branch = node.blocks.size() == 2;
    size_t state = branch || node.inputs.size() < 2 ? 0 : node.inputs.size() - 2;
    size_t ahead = branch ? 0 : 1;  // a Loop's body gives its condition first
    for (size_t i = node.outputs.size(); i-- > state;) {
      if (is_live(node.outputs[i])) continue;
      node.outputs.erase(node.outputs.begin() + static_cast<ptrdiff_t>(i));
      for (BlockId inner : node.blocks) {
        std::vector<ValueId>& results = graph_.blocks[inner].results;
        results.erase(results.begin() + static_cast<ptrdiff_t>(i + ahead));
      }
    }
    for (uint32_t i = 0; i < node.outputs.size(); ++i) graph_.values[node.outputs[i]].output = i;
  }

  Graph& graph_;
  std::vector<bool> live_;
};

}  // namespace

void eliminate_dead_code(Graph& graph) { DeadCode(graph).run(); }

}  // namespace nnscan

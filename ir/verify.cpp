#include "ir/verify.h"

#include <algorithm>

#include <fmt/format.h>

#include "ir/builder.h"
#include "ir/contents.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

class Verifier {
 public:
  Verifier(Graph& graph, DimPool& dims) : graph_(graph), dims_(dims) {}

  std::vector<std::string> run() {
    visible_.assign(graph_.values.size(), false);
    met_.assign(graph_.nodes.size(), false);
    for (const auto& [symbol, origin] : graph_.symbols)
      if (origin.axis == -1) known_[origin.value.index] = {dims_.symbol_dim(symbol)};
    for (uint32_t i = 0; i < graph_.values.size(); ++i) global(ValueId{i});
    if (graph_.blocks[graph_.root].owner.valid()) report("the root block has an owner");
    enter(graph_.root);
    for (size_t i = 0; i < graph_.outputs.size(); ++i)
      use(graph_.outputs[i].value, [&] { return fmt::format("output {}", i); });
    return std::move(messages_);
  }

 private:
  void report(std::string message) { messages_.push_back(std::move(message)); }

  std::string named(NodeId id) const {
    const Node& node = graph_.nodes[id];
    std::string path = node.origin.valid() ? graph_.origins[node.origin].module_path : "";
    std::string place = path.empty() ? "" : " in " + path;
    return fmt::format("node {} `{}`{}", id.index, node.op->name, place);
  }

  // Values of no block are visible everywhere; their bytes must be of their type.
  void global(ValueId id) {
    const ValueInfo& info = graph_.values[id];
    if (info.kind == ValueKind::kInput || info.kind == ValueKind::kNode) return;
    visible_[id.index] = true;
    if (info.block.valid()) report(fmt::format("value {} stands in a block", id.index));
    if (info.kind == ValueKind::kConstant && !info.constant)
      report(fmt::format("constant {} has no bytes", id.index));
    if (!info.constant) return;
    bool fits = info.constant->dtype() == info.type.dtype &&
                known_shape(info.type, dims_) == info.constant->shape();
    if (!fits) report(fmt::format("value {} has bytes of another type", id.index));
  }

  bool in_range(ValueId id) const { return id.valid() && id.index < graph_.values.size(); }

  // What a place is called is asked for only where something is wrong with it: `by()` gives it.
  template <class By>
  void use(ValueId id, const By& by) {
    if (!in_range(id)) return report(by() + " is no value");
    if (!visible_[id.index])
      report(fmt::format("{} is value {}, not visible here", by(), id.index));
    if (graph_.values[id].kind == ValueKind::kRandom) report(by() + " is random");
  }

  template <class By>
  void define(ValueId id, ValueKind kind, BlockId block, const By& by) {
    if (!in_range(id)) return report(by() + " is no value");
    const ValueInfo& info = graph_.values[id];
    if (info.kind != kind) report(by() + " is a value of another kind");
    if (info.block != block) report(by() + " is of another block");
    if (visible_[id.index]) report(by() + " is defined twice");
    visible_[id.index] = true;
    opened_.push_back(id);
  }

  // Checks a block's nodes; what they define is gone afterwards, for all but the root.
  void enter(BlockId id) {
    const Block& block = graph_.blocks[id];
    for (size_t i = 0; i < block.params.size(); ++i)
      define(block.params[i], ValueKind::kInput, id, [&] { return fmt::format("parameter {}", i); });
    for (NodeId node : block.nodes) check_node(node, id);
  }

  void check_node(NodeId id, BlockId block) {
    if (!id.valid() || id.index >= graph_.nodes.size()) return report("a block lists no node");
    if (met_[id.index]) return report(named(id) + " stands twice");
    met_[id.index] = true;
    const Node& node = graph_.nodes[id];
    if (node.block != block) report(named(id) + " is of another block");
    size_t before = messages_.size();
    for (size_t i = 0; i < node.inputs.size(); ++i)
      if (node.inputs[i].valid())
        use(node.inputs[i], [&] { return fmt::format("{}: input {}", named(id), i); });
    for (BlockId inner : node.blocks) check_inner(inner, id, block);
    bool sound = messages_.size() == before;
    if (sound && node.blocks.empty()) check_types(id);
    if (sound && !node.blocks.empty()) check_control(id);
    for (size_t i = 0; i < node.outputs.size(); ++i) {
      auto by = [&] { return fmt::format("{}: output {}", named(id), i); };
      define(node.outputs[i], ValueKind::kNode, block, by);
      if (!in_range(node.outputs[i])) continue;
      const ValueInfo& info = graph_.values[node.outputs[i]];
      if (info.node != id || info.output != i) report(by() + " is of another node");
    }
  }

  void check_inner(BlockId inner, NodeId owner, BlockId parent) {
    const Block& block = graph_.blocks[inner];
    if (block.owner != owner || block.parent != parent)
      report(named(owner) + ": a block of another node");
    size_t opened = opened_.size();
    enter(inner);
    for (size_t i = 0; i < block.results.size(); ++i)
      use(block.results[i], [&] { return fmt::format("{}: result {}", named(owner), i); });
    for (; opened_.size() > opened; opened_.pop_back()) visible_[opened_.back().index] = false;
  }

  // Types.

  bool agree(const Type& a, const Type& b) {
    if (a.dtype != b.dtype) return false;
    if (!a.ranked || !b.ranked) return true;
    if (a.rank() != b.rank()) return false;
    for (size_t i = 0; i < a.rank(); ++i)
      if (dims_.compare(Compare::kEq, a.dims[i], b.dims[i]) == false) return false;
    return true;
  }

  template <class What>
  void expect(const Type& declared, const Type& found, const What& what) {
    if (agree(declared, found)) return;
    report(fmt::format("{} is declared {}, found {}", what(), text(declared, dims_),
                       text(found, dims_)));
  }

  void check_types(NodeId id) {
    Node node = graph_.nodes[id];
    InferContext ctx(graph_, dims_, node, &known_);
    std::optional<Dims> contents;
    try {
      node.op->infer(ctx);
      bool typed = !ctx.failed() && ctx.outputs.size() >= node.outputs.size();
      if (typed) contents = known_contents(ctx);
    } catch (const TypeError& error) {
      ctx.fail(error.message);
    } catch (const std::exception& error) {  // too few inputs, an attribute of another kind
      ctx.fail(error.what());
    }
    if (ctx.failed()) return report(named(id) + ": " + ctx.error);
    if (!ctx.refinements.empty()) return;  // accepted as it is, only less was known
    if (ctx.outputs.size() < node.outputs.size()) return report(named(id) + ": too many outputs");
    for (size_t i = 0; i < node.outputs.size(); ++i)
      if (in_range(node.outputs[i]))
        expect(graph_.type(node.outputs[i]), ctx.outputs[i],
               [&] { return fmt::format("{}: output {}", named(id), i); });
    if (contents && node.outputs.size() == 1)
      known_.emplace(node.outputs[0].index, std::move(*contents));
  }

  void check_control(NodeId id) {
    const Node& node = graph_.nodes[id];
    std::string_view op = node.op->name;
    if (op == "If")
      check_if(id);
    else if (op == "Loop")
      check_loop(id);
    else
      report(named(id) + " has blocks");
  }

  bool is_bool(ValueId value) const {
    const Type& type = graph_.type(value);
    if (type.dtype != DType::kBool || !type.ranked) return false;
    return type.rank() == 0 || (type.rank() == 1 && dims_.known(type.dims[0]) == 1);
  }

  void check_if(NodeId id) {
    const Node& node = graph_.nodes[id];
    if (node.inputs.size() != 1 || !node.inputs[0].valid() || !is_bool(node.inputs[0]))
      return report(named(id) + ": the condition is not one bool");
    if (node.blocks.size() != 2) return report(named(id) + " does not have two blocks");
    for (BlockId side : node.blocks) {
      const Block& block = graph_.blocks[side];
      if (!block.params.empty()) report(named(id) + ": a side with parameters");
      if (block.results.size() != node.outputs.size()) {
        report(named(id) + ": results and outputs differ in number");
        continue;
      }
      for (size_t i = 0; i < node.outputs.size(); ++i)
        if (!stands_in(block.results[i]))
          expect(graph_.type(node.outputs[i]), graph_.type(block.results[i]),
                 [&] { return fmt::format("{}: output {}", named(id), i); });
    }
  }

  // An empty constant stands in for a result that this path never uses: its shape says nothing.
  bool stands_in(ValueId value) const {
    const ValueInfo& info = graph_.values[value];
    return info.kind == ValueKind::kConstant && info.constant && info.constant->numel() == 0;
  }

  // Loop(trip count?, condition?, state…): body(iteration, condition, state…) gives condition,
  // state… and scanned values. https://onnx.ai/onnx/operators/onnx__Loop.html
  void check_loop(NodeId id) {
    const Node& node = graph_.nodes[id];
    if (node.blocks.size() != 1 || node.inputs.size() < 2)
      return report(named(id) + " does not have one body");
    const Block& body = graph_.blocks[node.blocks[0]];
    size_t carried = node.inputs.size() - 2;
    bool fits = body.params.size() == carried + 2 && node.outputs.size() >= carried &&
                body.results.size() == node.outputs.size() + 1;
    if (!fits) return report(named(id) + ": inputs, body and outputs differ in number");
    if (graph_.type(body.params[0]).dtype != DType::kInt64 || !is_bool(body.params[1]) ||
        !is_bool(body.results[0]))
      return report(named(id) + ": the body's iteration or condition");
    for (size_t i = 0; i < carried; ++i) {
      auto what = [&] { return fmt::format("{}: state {}", named(id), i); };
      const Type& param = graph_.type(body.params[i + 2]);
      if (!node.inputs[i + 2].valid()) {
        report(what() + " has no start");
        continue;
      }
      // A size of the parameter stands for another one in each iteration.
      for (ValueId value : {node.inputs[i + 2], body.results[i + 1], node.outputs[i]})
        if (!may_follow(param, graph_.type(value))) expect(param, graph_.type(value), what);
    }
    for (size_t i = carried; i < node.outputs.size(); ++i)
      check_scan(node.outputs[i], body.results[i + 1],
                 [&] { return fmt::format("{}: scan {}", named(id), i); });
  }

  bool may_follow(const Type& a, const Type& b) {
    if (a.dtype != b.dtype) return false;
    if (!a.ranked || !b.ranked) return true;
    if (a.rank() != b.rank()) return false;
    for (size_t i = 0; i < a.rank(); ++i) {
      std::optional<int64_t> x = dims_.known(a.dims[i]), y = dims_.known(b.dims[i]);
      if (x && y && x != y) return false;
    }
    return true;
  }

  // One axis more, in front.
  template <class What>
  void check_scan(ValueId output, ValueId result, const What& what) {
    Type scanned = graph_.type(output);
    if (scanned.ranked && scanned.rank() == 0) return report(what() + " has no axis");
    if (scanned.ranked) scanned.dims.erase(scanned.dims.begin());
    expect(scanned, graph_.type(result), what);
  }

  Graph& graph_;
  DimPool& dims_;
  std::vector<std::string> messages_;
  std::vector<bool> visible_, met_;
  std::vector<ValueId> opened_;
  KnownDims known_;
};

}  // namespace

std::vector<std::string> verify(Graph& graph, DimPool& dims) {
  return Verifier(graph, dims).run();
}

}  // namespace nnscan

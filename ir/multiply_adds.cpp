#include "ir/multiply_adds.h"

#include <algorithm>
#include <map>

#include "ir/ops/op.h"

namespace nnscan {

namespace {

class Counter {
 public:
  Counter(const Graph& graph, DimPool& dims, const std::function<bool(const Node&)>& counts)
      : graph_(graph), dims_(dims), counts_(counts) {}

  MultiplyAdds run() {
    result_.count = block(graph_.root);
    return result_;
  }

 private:
  using Count = std::optional<Dim>;

  const Type* type(const Node& node, size_t input) const {
    if (input >= node.inputs.size() || !node.inputs[input].valid()) return nullptr;
    const Type& type = graph_.type(node.inputs[input]);
    return type.ranked ? &type : nullptr;
  }
  const Type* out(const Node& node) const {
    if (node.outputs.empty() || !node.outputs[0].valid()) return nullptr;
    const Type& type = graph_.type(node.outputs[0]);
    return type.ranked ? &type : nullptr;
  }
  Dim product(const Dims& dims, size_t from = 0) {
    Dim all = dims_.constant(1);
    for (size_t i = from; i < dims.size(); ++i) all = dims_.mul(all, dims[i]);
    return all;
  }

  Dim block(BlockId id) {
    Dim sum = dims_.constant(0);
    for (NodeId each : graph_.blocks[id].nodes) sum = dims_.add(sum, node(each));
    return sum;
  }

  Dim node(NodeId id) {
    const Node& n = graph_.nodes[id];
    try {
      if (n.op->name == std::string_view("If")) return branch(n);
      if (n.op->name == std::string_view("Loop")) return loop(n);
      const Rule* rule = rule_of(n.op->name);
      if (!rule || (counts_ && !counts_(n))) return dims_.constant(0);
      if (Count count = (this->*rule->count)(n)) return *count;
    } catch (DimOverflow&) {
    }
    result_.complete = false;
    return dims_.constant(0);
  }

  Dim branch(const Node& n) {
    Dim then_side = block(n.blocks[0]), else_side = block(n.blocks[1]);
    if (then_side == else_side) return then_side;
    result_.at_most = true;
    return dims_.max(then_side, else_side);
  }

  Dim loop(const Node& n) {
    Dim once = block(n.blocks[0]);
    if (dims_.known(once) == 0) return once;
    ValueId index = graph_.blocks[n.blocks[0]].params[0];
    for (const auto& [symbol, origin] : graph_.symbols)
      if (origin.value == index && origin.axis < 0 && dims_.symbol_info(symbol).below.valid())
        return dims_.mul(once, dims_.symbol_info(symbol).below);
    result_.complete = false;  // how often it runs, the data decides
    return once;
  }

  Count conv(const Node& n) {
    const Type *weight = type(n, 1), *result = out(n);
    if (!weight || !result) return std::nullopt;
    return dims_.mul(product(result->dims), product(weight->dims, 1));
  }
  Count conv_transpose(const Node& n) {
    const Type *input = type(n, 0), *weight = type(n, 1);
    if (!input || !weight) return std::nullopt;
    return dims_.mul(product(input->dims), product(weight->dims, 1));
  }
  Count matmul(const Node& n) {
    const Type *a = type(n, 0), *result = out(n);
    if (!a || !result || a->dims.empty()) return std::nullopt;
    return dims_.mul(product(result->dims), a->dims.back());
  }
  Count gemm(const Node& n) {
    const Type *a = type(n, 0), *result = out(n);
    if (!a || !result || a->rank() != 2) return std::nullopt;
    return dims_.mul(product(result->dims), a->dims[n.int_or("transA", 0) ? 0 : 1]);
  }
  // Each output of each step is as many products as its rows of W and R are long.
  Count recurrent(const Node& n) {
    const Type *input = type(n, 0), *weights = type(n, 1), *back = type(n, 2);
    if (!input || !weights || !back || input->rank() != 3) return std::nullopt;
    Dim steps = dims_.mul(input->dims[0], input->dims[1]);
    return dims_.mul(steps, dims_.add(product(weights->dims), product(back->dims)));
  }
  // One multiplication less than there are operands, for each value of all indices.
  Count einsum(const Node& n) {
    std::string equation = n.string_or("equation", "");
    std::erase(equation, ' ');
    std::map<char, Dim> sizes;
    Dims rest;  // of the ellipsis, the longest
    size_t operand = 0;
    std::string left = equation.substr(0, equation.find("->"));
    for (size_t begin = 0; begin <= left.size(); ++operand) {
      size_t end = std::min(left.find(',', begin), left.size());
      std::string labels = left.substr(begin, end - begin);
      begin = end + 1;
      const Type* t = type(n, operand);
      if (!t) return std::nullopt;
      size_t dots = labels.find("..."), named = labels.size() - (dots == std::string::npos ? 0 : 3);
      if (t->rank() < named) return std::nullopt;
      size_t axis = 0;
      for (size_t i = 0; i < labels.size(); ++i) {
        if (i == dots) {
          Dims here(t->dims.begin() + static_cast<ptrdiff_t>(axis), t->dims.begin() + static_cast<ptrdiff_t>(axis + t->rank() - named));
          if (here.size() > rest.size()) rest = here;
          axis += here.size();
          i += 2;
          continue;
        }
        Dim& size = sizes[labels[i]];
        if (!size.valid() || dims_.known(size) == 1) size = t->dims[axis];
        ++axis;
      }
    }
    Dim all = product(rest);
    for (const auto& [label, size] : sizes) all = dims_.mul(all, size);
    return dims_.mul(all, dims_.constant(static_cast<int64_t>(operand) - 1));
  }

  struct Rule {
    std::string_view op;
    Count (Counter::*count)(const Node&);
  };
  static const Rule* rule_of(std::string_view op) {
    static constexpr Rule kRules[] = {
        {"Conv", &Counter::conv},      {"ConvTranspose", &Counter::conv_transpose},
        {"MatMul", &Counter::matmul},  {"Gemm", &Counter::gemm},
        {"Einsum", &Counter::einsum},  {"LSTM", &Counter::recurrent},
        {"GRU", &Counter::recurrent},  {"RNN", &Counter::recurrent},
    };
    auto at = std::find_if(std::begin(kRules), std::end(kRules), [&](const Rule& rule) { return rule.op == op; });
    return at == std::end(kRules) ? nullptr : at;
  }

  const Graph& graph_;
  DimPool& dims_;
  const std::function<bool(const Node&)>& counts_;
  MultiplyAdds result_;
};

}  // namespace

MultiplyAdds multiply_adds(const Graph& graph, DimPool& dims, const std::function<bool(const Node&)>& counts) {
  return Counter(graph, dims, counts).run();
}

MultiplyAdds multiply_adds(const Graph& graph, DimPool& dims) { return multiply_adds(graph, dims, {}); }

}  // namespace nnscan

#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "ir/ops/op.h"
#include "ir/text.h"
#include "ir/text_literal.h"

namespace nnscan {

namespace {

using namespace text_form;

std::string printable(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x20) c = '?';
  return result;
}

class Printer {
 public:
  Printer(const Graph& graph, const DimPool& dims, const PrintOptions& options)
      : graph_(graph), dims_(dims), options_(options) {}

  std::string run() {
    for (ValueId value : graph_.parameters) seen_.insert(value.index);
    collect(graph_.root);
    for (const Output& output : graph_.outputs) use(output.value);
    for (const auto& [symbol, origin] : graph_.symbols)
      if (origin.axis == -1 && symbols_.count(symbol)) bound_.emplace(origin.value.index, symbol);
    const Block& root = graph_.blocks[graph_.root];
    for (ValueId input : root.params) claim(input);
    for (ValueId value : graph_.parameters) claim(value);
    for (ValueId value : listed_) claim(value);
    signature(root);
    for (ValueId value : graph_.parameters) head_line(value);
    for (ValueId value : listed_) head_line(value);
    nodes(root, 1);
    line(1, "return" + list(output_values()));
    text_ += "}\n";
    return std::move(text_);
  }

 private:
  // Looking ahead: which values the head lists, and which sizes the types show.

  void collect(BlockId id) {
    const Block& block = graph_.blocks[id];
    for (ValueId param : block.params) see_type(param);
    for (NodeId node_id : block.nodes) {
      const Node& node = graph_.nodes[node_id];
      for (ValueId input : node.inputs)
        if (input.valid()) use(input);
      for (ValueId output : node.outputs) see_type(output);
      for (BlockId inner : node.blocks) collect(inner);
    }
    for (ValueId result : block.results) use(result);
  }

  void see_type(ValueId value) {
    for (Dim dim : graph_.type(value).dims)
      for (uint32_t symbol : dims_.symbols_of(dim)) symbols_.insert(symbol);
  }

  // Parameters are listed first and all; other values of no block as they are met.
  void use(ValueId value) {
    const ValueInfo& info = graph_.values[value];
    if (info.kind == ValueKind::kInput || info.kind == ValueKind::kNode) return;
    if (info.kind == ValueKind::kConstant && is_short(*info.constant)) return;
    if (seen_.insert(value.index).second) listed_.push_back(value);
  }

  // Names.

  std::string unique(const std::string& wanted) {
    std::string name = text_form::name(wanted);
    for (int number = 1; !taken_.insert(name).second; ++number)
      name = text_form::name(wanted) + "@" + std::to_string(number);
    return name;
  }

  void claim(ValueId value) {
    const ValueInfo& info = graph_.values[value];
    const char* kind = info.kind == ValueKind::kRandom ? "random" : "constant";
    names_[value.index] = unique(info.name.empty() ? kind : info.name);
  }

  std::string number_name() {
    std::string name;
    do name = std::to_string(next_number_++);
    while (!taken_.insert(name).second);
    return name;
  }

  // How a use of the value is written.
  std::string operand(ValueId value) {
    if (!value.valid()) return "_";
    const ValueInfo& info = graph_.values[value];
    auto found = names_.find(value.index);
    if (found != names_.end()) return "%" + found->second;
    if (info.kind == ValueKind::kConstant) return literal(*info.constant);
    return "%<unknown>";
  }

  std::string list(const std::vector<ValueId>& values) {
    std::string text;
    for (ValueId value : values) text += (text.empty() ? " " : ", ") + operand(value);
    return text;
  }

  std::vector<ValueId> output_values() const {
    std::vector<ValueId> values;
    for (const Output& output : graph_.outputs) values.push_back(output.value);
    return values;
  }

  // Types and constants.

  std::string type(const Type& type) {
    return nnscan::text(type, dims_, [this](uint32_t symbol) { return symbol_name(symbol); });
  }

  std::string symbol_name(uint32_t symbol) {
    const DimSymbol& info = dims_.symbol_info(symbol);
    if (!info.anonymous) return info.name;
    auto [found, is_new] = unknowns_.emplace(symbol, static_cast<int>(unknowns_.size()));
    return "?" + std::to_string(found->second);
  }

  std::string constant_type(const Constant& constant) {
    std::string shape;
    for (int64_t size : constant.shape())
      shape += (shape.empty() ? "" : ",") + std::to_string(size);
    return std::string(info(constant.dtype()).letter) + "[" + shape + "]";
  }

  std::string bytes(const Constant& constant) {
    return options_.all_bytes || is_short(constant) ? elements(constant) : "embedded";
  }

  // An int64 of rank 0 or 1 needs no type: `[0, -1]`, `3`.
  std::string literal(const Constant& constant) {
    bool plain = constant.dtype() == DType::kInt64 && constant.rank() <= 1;
    std::string text = elements(constant);
    if (plain && text[0] != 's') return text;
    return text + ": " + constant_type(constant);
  }

  std::string attribute(const Attribute& attribute) {
    auto join = [](const auto& items, auto&& text, const char* when_empty) {
      std::string joined;
      for (const auto& item : items) joined += (joined.empty() ? "" : ", ") + text(item);
      return (items.empty() ? when_empty : "") + ("[" + joined + "]");
    };
    auto print = [&](const auto& value) -> std::string {
      using T = std::decay_t<decltype(value)>;
      if constexpr (std::is_same_v<T, int64_t>) return std::to_string(value);
      if constexpr (std::is_same_v<T, double>) return number(value);
      if constexpr (std::is_same_v<T, std::string>) return quoted(value);
      if constexpr (std::is_same_v<T, std::vector<int64_t>>)
        return join(value, [](int64_t item) { return std::to_string(item); }, "");
      if constexpr (std::is_same_v<T, std::vector<double>>)
        return join(value, [](double item) { return number(item); }, "floats ");
      if constexpr (std::is_same_v<T, std::vector<std::string>>)
        return join(value, [](const std::string& item) { return quoted(item); }, "strings ");
      if constexpr (std::is_same_v<T, ConstantRef>)
        return "tensor " + bytes(*value) + ": " + constant_type(*value);
    };
    return std::visit(print, attribute);
  }

  // Lines.

  void line(int depth, const std::string& text) {
    text_ += std::string(static_cast<size_t>(depth) * 2, ' ') + text + "\n";
  }

  // `x: f32[N]`, or `x as ?0: i64[]` where a size is read from it.
  std::string declaration(ValueId value) {
    std::string text = names_.at(value.index);
    auto bound = bound_.find(value.index);
    if (bound != bound_.end()) text += " as " + symbol_name(bound->second);
    return text + ": " + type(graph_.type(value));
  }

  void signature(const Block& root) {
    std::string inputs, outputs;
    for (ValueId input : root.params) inputs += (inputs.empty() ? "" : ", ") + declaration(input);
    for (const Output& output : graph_.outputs)
      outputs += fmt::format("{}{}: {}", outputs.empty() ? "" : ", ", name(output.name),
                             type(graph_.type(output.value)));
    line(0, "graph(" + inputs + ") -> (" + outputs + ") {");
  }

  void head_line(ValueId value) {
    const ValueInfo& info = graph_.values[value];
    const std::string declared = "%" + declaration(value);
    if (info.kind == ValueKind::kRandom) return line(1, "random " + declared);
    bool is_constant = info.kind == ValueKind::kConstant;
    std::string content = info.constant ? bytes(*info.constant) : "input";
    line(1, (is_constant ? "constant " : "initializer ") + declared + " = " + content);
  }

  void nodes(const Block& block, int depth) {
    for (NodeId id : block.nodes) node(graph_.nodes[id], depth);
  }

  void node(const Node& node, int depth) {
    std::string inputs, attributes, outputs;
    for (ValueId input : node.inputs) inputs += (inputs.empty() ? "" : ", ") + operand(input);
    for (const NamedAttribute& named : node.attributes)
      attributes += fmt::format("{}{} = {}", attributes.empty() ? "" : ", ", named.name,
                                attribute(named.value));
    for (ValueId output : node.outputs) {
      names_[output.index] = number_name();
      outputs += (outputs.empty() ? "%" : ", %") + declaration(output);
    }
    std::string text = outputs.empty() ? "" : outputs + " = ";
    text += std::string(node.op->name) + "(" + inputs + ")";
    if (!attributes.empty()) text += " {" + attributes + "}";
    const std::string path = node.origin.valid() ? graph_.origins[node.origin].module_path : "";
    const std::string comment = path.empty() ? "" : "  # " + printable(path);
    if (node.blocks.empty()) return line(depth, text + comment);
    for (size_t i = 0; i < node.blocks.size(); ++i) {
      const Block& block = graph_.blocks[node.blocks[i]];
      line(depth, (i == 0 ? text + " " : "} ") + block_head(node, i, block) + " {" +
                      (i == 0 ? comment : ""));
      nodes(block, depth + 1);
      line(depth + 1, "yield" + list(block.results));
    }
    line(depth, "}");
  }

  // `then`, `else`, or `body(%0: i64[], …)`.
  std::string block_head(const Node& node, size_t index, const Block& block) {
    if (node.blocks.size() == 2) return index == 0 ? "then" : "else";
    std::string params;
    for (ValueId param : block.params) {
      const std::string& wanted = graph_.values[param].name;
      names_[param.index] = wanted.empty() ? number_name() : unique(wanted);
      params += (params.empty() ? "%" : ", %") + declaration(param);
    }
    return "body(" + params + ")";
  }

  const Graph& graph_;
  const DimPool& dims_;
  const PrintOptions& options_;
  std::string text_;
  std::set<uint32_t> symbols_;
  std::unordered_map<uint32_t, uint32_t> bound_;  // value to the symbol read from it
  std::vector<ValueId> listed_;
  std::unordered_set<uint32_t> seen_;
  std::unordered_set<std::string> taken_;
  std::unordered_map<uint32_t, std::string> names_;
  std::map<uint32_t, int> unknowns_;
  int next_number_ = 0;
};

}  // namespace

std::string print(const Graph& graph, const DimPool& dims, const PrintOptions& options) {
  return Printer(graph, dims, options).run();
}

}  // namespace nnscan

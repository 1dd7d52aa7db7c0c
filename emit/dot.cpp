#include "emit/dot.h"

#include <cstdio>

#include "emit/module_tree.h"
#include "emit/names.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

constexpr int64_t kLongestShownConstant = 6;  // elements

std::string escaped(const std::string& text) {
  std::string result;
  for (char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (c == '\n')
      result += "\\n";
    else
      result += c;
  }
  return result;
}

std::string number_text(const Constant& value, int64_t i) {
  if (value.dtype() == DType::kBool) return value.as_int(i) ? "true" : "false";
  if (!is_float(value.dtype())) return std::to_string(value.as_int(i));
  char text[32];
  std::snprintf(text, sizeof text, "%g", value.as_double(i));
  return text;
}

// The contents of a small constant, else nothing.
std::string contents(const Constant& value) {
  if (value.numel() > kLongestShownConstant) return "";
  std::string text;
  for (int64_t i = 0; i < value.numel(); ++i) text += (i ? ", " : "") + number_text(value, i);
  return value.rank() == 0 ? text : "[" + text + "]";
}

bool is_if(const Node& node) { return std::string_view(node.op->name) == "If"; }

const char* block_label(const Node& node, size_t index) {
  return !is_if(node) ? "body" : index == 0 ? "then" : "else";
}

class DotWriter {
 public:
  explicit DotWriter(const EmitInput& input)
      : input_(input), graph_(input.graph), names_(input.graph) {}
  std::string write();

 private:
  void group(const ModuleGroup& group, int depth);
  void node(NodeId id, int depth);
  void block(NodeId owner, size_t index, int depth);
  void inputs(BlockId id, int depth);
  void edge(ValueId from, const std::string& to, const std::string& label, bool is_dashed);
  std::string label(const Node& node);
  std::string outside_line(ValueId id);
  std::string type_text(ValueId id) { return text(graph_.type(id), input_.dims); }
  void line(int depth, const std::string& text) {
    text_ += std::string(2 * depth, ' ') + text + "\n";
  }

  const EmitInput& input_;
  const Graph& graph_;
  Names names_;
  std::string text_, edges_;
  int clusters_ = 0;
};

std::string node_id(NodeId id) { return "n" + std::to_string(id.index); }
std::string value_id(ValueId id) { return "v" + std::to_string(id.index); }

bool is_outside(const ValueInfo& info) {
  return info.kind != ValueKind::kNode && info.kind != ValueKind::kInput;
}

std::string DotWriter::write() {
  line(0, "digraph \"" + escaped(graph_.name) + "\" {");
  line(1, "rankdir=TB; compound=true;");
  line(1, "graph [fontname=\"Helvetica\", fontsize=11, style=rounded, color=\"#8a94a6\"];");
  line(1,
       "node [fontname=\"Helvetica\", fontsize=10, shape=box, style=\"rounded,filled\", "
       "fillcolor=\"#eef2f8\", color=\"#4a5568\"];");
  line(1, "edge [fontname=\"Helvetica\", fontsize=8, color=\"#4a5568\"];");
  inputs(graph_.root, 1);
  group(group_by_module(graph_, graph_.root), 1);
  for (size_t i = 0; i < graph_.outputs.size(); ++i) {
    std::string id = "out" + std::to_string(i);
    ValueId value = graph_.outputs[i].value;
    std::string extra = is_outside(graph_.values[value]) ? "\n" + outside_line(value) : "";
    line(1, id + " [label=\"" + escaped(names_.output(i) + extra) +
                "\", shape=ellipse, fillcolor=\"#e3f4e5\"];");
    edge(value, id, "", false);
  }
  return text_ + edges_ + "}\n";
}

void DotWriter::inputs(BlockId id, int depth) {
  for (ValueId param : graph_.blocks[id].params)
    line(depth, value_id(param) + " [label=\"" +
                    escaped(names_.value(param) + "\n" + type_text(param)) +
                    "\", shape=ellipse, fillcolor=\"#fdf3dc\"];");
}

void DotWriter::group(const ModuleGroup& group, int depth) {
  for (NodeId id : group.nodes) node(id, depth);
  for (const auto& inner : group.inner) {
    line(depth, "subgraph cluster_" + std::to_string(clusters_++) + " {");
    line(depth + 1,
         "label=\"" + escaped(inner->label) + "\"; tooltip=\"" + escaped(inner->path) + "\";");
    this->group(*inner, depth + 1);
    line(depth, "}");
  }
}

// `layer1.weight f32[64,3,7,7]`, or a small constant's contents.
std::string DotWriter::outside_line(ValueId id) {
  const ValueInfo& info = graph_.values[id];
  if (info.kind == ValueKind::kConstant && info.constant)
    if (std::string shown = contents(*info.constant); !shown.empty()) return shown;
  std::string name = info.kind == ValueKind::kConstant ? "constant" : names_.value(id);
  return name + " " + type_text(id);
}

std::string DotWriter::label(const Node& node) {
  std::string label = node.op->name;
  for (size_t i = 0; i < node.inputs.size(); ++i)
    if (node.inputs[i].valid() && is_outside(graph_.values[node.inputs[i]]))
      label += "\n#" + std::to_string(i) + ": " + outside_line(node.inputs[i]);
  return label;
}

void DotWriter::node(NodeId id, int depth) {
  const Node& node = graph_.nodes[id];
  const char* shape =
      node.blocks.empty() ? "" : ", shape=diamond, style=filled, fillcolor=\"#f3e3f4\"";
  line(depth, node_id(id) + " [label=\"" + escaped(label(node)) + "\", tooltip=\"" +
                  escaped(names_.node(id)) + "\"" + shape + "];");
  for (size_t i = 0; i < node.inputs.size(); ++i) {
    bool is_condition = is_if(node) && i == 0;
    if (node.inputs[i].valid())
      edge(node.inputs[i], node_id(id), is_condition ? "condition " : "", false);
  }
  for (size_t i = 0; i < node.blocks.size(); ++i) block(id, i, depth);
}

void DotWriter::block(NodeId owner, size_t index, int depth) {
  const Node& node = graph_.nodes[owner];
  BlockId id = node.blocks[index];
  std::string condition = is_if(node) ? ": " + names_.value(node.inputs[0]) : "";
  line(depth, "subgraph cluster_" + std::to_string(clusters_++) + " {");
  line(depth + 1, "label=\"" + escaped(block_label(node, index) + condition) +
                      "\"; style=dashed; color=\"#9b59b6\";");
  inputs(id, depth + 1);
  group(group_by_module(graph_, id), depth + 1);
  const auto& results = graph_.blocks[id].results;
  for (size_t i = 0; i < results.size(); ++i) {
    const ValueInfo& info = graph_.values[results[i]];
    if (!is_outside(info)) {
      edge(results[i], node_id(owner), std::string(block_label(node, index)) + " ", true);
      continue;
    }
    std::string name = "r" + std::to_string(id.index) + "_" + std::to_string(i);
    line(depth + 1,
         name + " [label=\"" + escaped(outside_line(results[i])) + "\", shape=plain, style=\"\"];");
    edges_ += "  " + name + " -> " + node_id(owner) + " [label=\"" + block_label(node, index) +
              "\", style=dashed];\n";
  }
  // An empty cluster is not drawn.
  if (results.empty() && graph_.blocks[id].nodes.empty())
    line(depth + 1, "e" + std::to_string(id.index) + " [label=\"\", style=invis];");
  line(depth, "}");
}

void DotWriter::edge(ValueId from, const std::string& to, const std::string& label,
                     bool is_dashed) {
  const ValueInfo& info = graph_.values[from];
  if (is_outside(info)) return;
  std::string source = info.kind == ValueKind::kNode ? node_id(info.node) : value_id(from);
  edges_ += "  " + source + " -> " + to + " [label=\"" + escaped(label + type_text(from)) + "\"" +
            (is_dashed ? ", style=dashed" : "") + "];\n";
}

}  // namespace

std::string dot_text(const EmitInput& input) { return DotWriter(input).write(); }

EmitResult emit_dot(const EmitInput& input) { return emit_text(input, dot_text(input)); }

}  // namespace nnscan

#include "emit/mermaid.h"

#include <cctype>
#include <map>
#include <set>

#include "emit/module_tree.h"
#include "emit/names.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

constexpr size_t kLongestCondition = 60;  // bytes of the source that a frame's title shows

// Text in quotes of a label: what means something to Mermaid, Markdown or HTML becomes an entity.
std::string escaped(std::string_view text) {
  static constexpr std::string_view kPlain = " _.,:-/()[]=+*?";
  std::string result;
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) || kPlain.find(c) != std::string_view::npos)
      result += c;
    else
      result += "#" + std::to_string(byte) + ";";
  }
  return result;
}

// `torch.nn.functional.conv2d` as `conv2d`.
std::string last_name(const std::string& torch_call) {
  return torch_call.substr(torch_call.rfind('.') + 1);
}

// Source text in one line.
std::string one_line(std::string_view source) {
  std::string text;
  for (char c : source) {
    bool space = std::isspace(static_cast<unsigned char>(c));
    if (!space)
      text += c;
    else if (!text.empty() && text.back() != ' ')
      text += ' ';
  }
  if (text.size() <= kLongestCondition) return text;
  size_t end = kLongestCondition;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

class MermaidWriter {
 public:
  explicit MermaidWriter(const EmitInput& input)
      : input_(input), graph_(input.graph), names_(input.graph),
        classes_(module_classes(input.graph)) {}
  std::string write();

 private:
  // What one box stands for: a leaf module's call, or one torch call of another module.
  struct Box {
    std::string module, torch_call;
    Span span;
    bool is_leaf = false;
    std::string id;
    bool holds(const Box& node) const {
      return module == node.module &&
             (is_leaf || (torch_call == node.torch_call && span == node.span));
    }
  };

  bool is_leaf(const std::string& path) const;
  void block(BlockId id);
  void node(NodeId id, Box& last);
  void control(NodeId id);
  void loop_inputs(const Node& node, const std::string& join);
  void inputs(BlockId id);
  void move_to(const std::string& path, const std::string& above);
  void edge(ValueId value, const std::string& to, const std::string& label);
  std::string label(const Box& box, const Node& node) const;
  std::string fresh(const char* letter) { return letter + std::to_string(count_++); }
  void open(const std::string& title);
  void close();
  void line(const std::string& text) { text_ += std::string(2 * depth_, ' ') + text + "\n"; }

  const EmitInput& input_;
  const Graph& graph_;
  Names names_;
  std::map<std::string, std::string> classes_;
  std::map<uint32_t, std::string> made_by_;  // value to box
  std::set<std::string> edges_;              // those written
  std::vector<std::string> containers_;      // whose frames are open in this block, outermost first
  std::string text_, edge_text_;
  size_t depth_ = 1, count_ = 0;
};

std::string MermaidWriter::write() {
  text_ = "flowchart TD\n";
  inputs(graph_.root);
  block(graph_.root);
  for (size_t i = 0; i < graph_.outputs.size(); ++i) {
    std::string id = fresh("o");
    line(id + "([\"" + escaped(names_.output(i)) + "\"])");
    edge(graph_.outputs[i].value, id, "");
  }
  return text_ + edge_text_;
}

// A module that calls no other.
bool MermaidWriter::is_leaf(const std::string& path) const {
  if (path.empty() || !classes_.contains(path)) return false;
  auto below = classes_.upper_bound(path + ".");
  return below == classes_.end() || below->first.compare(0, path.size() + 1, path + ".") != 0;
}

void MermaidWriter::open(const std::string& title) {
  line("subgraph " + fresh("s") + "[\"" + escaped(title) + "\"]");
  ++depth_;
}

void MermaidWriter::close() {
  --depth_;
  line("end");
}

void MermaidWriter::inputs(BlockId id) {
  for (ValueId param : graph_.blocks[id].params) {
    made_by_[param.index] = fresh("i");
    line(made_by_[param.index] + "([\"" + escaped(names_.value(param)) + "\"])");
  }
}

// Closes and opens frames so that a node of the module at `path` can be written. `above` is the module
// that the block stands in, whose frames are open already.
void MermaidWriter::move_to(const std::string& path, const std::string& above) {
  std::vector<std::string> wanted;
  for (size_t dot = path.find('.'); !path.empty(); dot = path.find('.', dot + 1)) {
    std::string prefix = path.substr(0, dot);
    bool open_outside = above == prefix || above.compare(0, prefix.size() + 1, prefix + ".") == 0;
    if (classes_.contains(prefix) && !is_leaf(prefix) && !open_outside) wanted.push_back(prefix);
    if (dot == std::string::npos) break;
  }
  size_t same = 0;
  while (same < wanted.size() && same < containers_.size() && wanted[same] == containers_[same])
    ++same;
  for (; containers_.size() > same; containers_.pop_back()) close();
  for (; same < wanted.size(); ++same) {
    size_t begin = containers_.empty() ? 0 : containers_.back().size() + 1;
    open(wanted[same].substr(begin) + " · " + classes_.at(wanted[same]));
    containers_.push_back(wanted[same]);
  }
}

void MermaidWriter::block(BlockId id) {
  std::string above;
  if (NodeId owner = graph_.blocks[id].owner; owner.valid())
    if (OriginId origin = graph_.nodes[owner].origin; origin.valid())
      above = graph_.origins[origin].module_path;
  std::vector<std::string> outer;
  std::swap(outer, containers_);
  Box last;
  for (NodeId each : graph_.blocks[id].nodes) {
    OriginId origin = graph_.nodes[each].origin;
    std::string path = origin.valid() ? graph_.origins[origin].module_path : "";
    move_to(path, above);
    node(each, last);
  }
  move_to("", above);
  containers_ = std::move(outer);
}

std::string MermaidWriter::label(const Box& box, const Node& node) const {
  if (!box.is_leaf) return escaped(box.torch_call.empty() ? node.op->name : last_name(box.torch_call));
  std::string name = box.module.substr(containers_.empty() ? 0 : containers_.back().size() + 1);
  return escaped(name) + "<br/>" + escaped(classes_.at(box.module));
}

void MermaidWriter::node(NodeId id, Box& last) {
  const Node& node = graph_.nodes[id];
  if (!node.blocks.empty()) {
    last = {};
    return control(id);
  }
  Box box;
  if (node.origin.valid()) {
    const Origin& origin = graph_.origins[node.origin];
    box = {origin.module_path, origin.torch_call, origin.span, is_leaf(origin.module_path), ""};
  }
  if (last.id.empty() || !last.holds(box)) {
    last = box;
    last.id = fresh("n");
    line(last.id + "[\"" + label(last, node) + "\"]");
  }
  for (ValueId input : node.inputs)
    if (input.valid()) edge(input, last.id, "");
  for (ValueId output : node.outputs)
    if (output.valid()) made_by_[output.index] = last.id;
}

// An If or Loop: a frame with one for each block, and the point where their results meet.
void MermaidWriter::control(NodeId id) {
  const Node& node = graph_.nodes[id];
  bool is_if = std::string_view(node.op->name) == "If";
  std::string source;
  if (node.origin.valid() && graph_.origins[node.origin].span.valid())
    source = one_line(input_.sources.text(graph_.origins[node.origin].span));
  open((is_if ? "if " : "loop: ") + source);
  std::string join = fresh("c");
  if (is_if) edge(node.inputs[0], join, "condition ");
  for (size_t i = 0; i < node.blocks.size(); ++i) {
    const char* name = !is_if ? "body" : i == 0 ? "then" : "else";
    open(name);
    size_t before = text_.size();
    inputs(node.blocks[i]);
    block(node.blocks[i]);
    // Mermaid draws an empty frame as a box of another look.
    if (text_.size() == before) line(fresh("e") + "[\" \"]");
    close();
    for (ValueId result : graph_.blocks[node.blocks[i]].results)
      if (result.valid()) edge(result, join, std::string(name) + " ");
  }
  if (!is_if) loop_inputs(node, join);
  line(join + "{\"" + std::string(node.op->name) + "\"}");
  close();
  for (ValueId output : node.outputs)
    if (output.valid()) made_by_[output.index] = join;
}

// How often and whether a loop runs is asked where its results meet; what it carries enters the body.
void MermaidWriter::loop_inputs(const Node& node, const std::string& join) {
  const std::vector<ValueId>& params = graph_.blocks[node.blocks[0]].params;
  for (size_t i = 0; i < node.inputs.size(); ++i)
    if (node.inputs[i].valid())
      edge(node.inputs[i], i >= 2 && i < params.size() ? made_by_.at(params[i].index) : join, "");
}

void MermaidWriter::edge(ValueId value, const std::string& to, const std::string& label) {
  auto from = made_by_.find(value.index);
  if (from == made_by_.end() || from->second == to) return;
  std::string text = "  " + from->second + " -->|\"" +
                     escaped(label + nnscan::text(graph_.type(value), input_.dims)) + "\"| " + to +
                     "\n";
  if (edges_.insert(text).second) edge_text_ += text;
}

}  // namespace

std::string mermaid_text(const EmitInput& input) { return MermaidWriter(input).write(); }

EmitResult emit_mermaid(const EmitInput& input) { return emit_text(input, mermaid_text(input)); }

}  // namespace nnscan

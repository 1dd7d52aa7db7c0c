#include "emit/json.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>

#include "emit/module_tree.h"
#include "emit/names.h"
#include "emit/origin.h"
#include "ir/ops/op.h"

namespace nnscan {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;                 // of the layout in docs/json.md
constexpr int64_t kMostShownElements = 64;  // of a constant
constexpr uint32_t kMostShownLines = 20;    // of one place
constexpr size_t kLongestShownLine = 1000;  // bytes

// JSON has no infinities and no NaN.
Json number(double value) {
  if (std::isnan(value)) return "nan";
  if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
  return value;
}

Json elements(const Constant& value) {
  Json list = Json::array();
  for (int64_t i = 0; i < value.numel(); ++i) {
    if (value.dtype() == DType::kBool)
      list.push_back(value.as_int(i) != 0);
    else if (is_float(value.dtype()))
      list.push_back(number(value.as_double(i)));
    else
      list.push_back(value.as_int(i));
  }
  return list;
}

Json tensor(const Constant& value) {
  Json json = {{"dtype", info(value.dtype()).name}, {"shape", value.shape()}};
  if (value.numel() <= kMostShownElements) json["data"] = elements(value);
  return json;
}

struct AttributeJson {
  Json operator()(int64_t value) const { return value; }
  Json operator()(double value) const { return number(value); }
  Json operator()(const std::string& value) const { return value; }
  Json operator()(const std::vector<int64_t>& values) const { return values; }
  Json operator()(const std::vector<std::string>& values) const { return values; }
  Json operator()(const ConstantRef& value) const { return tensor(*value); }
  Json operator()(const std::vector<double>& values) const {
    Json list = Json::array();
    for (double value : values) list.push_back(number(value));
    return list;
  }
};

class JsonWriter {
 public:
  explicit JsonWriter(const EmitInput& input)
      : input_(input), graph_(input.graph), names_(input.graph) {}
  Json write();

 private:
  Json type(const Type& type);
  Json typed(ValueId id);
  Json place(Span span);
  void note_lines(const std::string& file, Span span);
  Json sources();
  Json modules();
  Json parameters();
  Json outputs();
  Json assumptions();
  Json stopped();
  void add_position(Json& json, const Diagnostic& d);
  Json block(BlockId id);
  Json node(NodeId id);
  void origin(Json& node, const Origin& origin);
  Json refer(ValueId id);

  const EmitInput& input_;
  const Graph& graph_;
  Names names_;
  Json constants_ = Json::object();
  std::map<std::string, std::map<uint32_t, std::string>> lines_;  // by file and number: their text
};

Json JsonWriter::write() {
  Json json = {{"format", "nnscan-graph"}, {"version", kVersion}};
  json["producer"] =
      "nnscan" + (input_.options.version.empty() ? "" : " " + input_.options.version);
  json["name"] = graph_.name;
  json["opset"] = input_.options.opset ? input_.options.opset : graph_.opset;
  json["inputs"] = Json::array();
  for (ValueId id : graph_.blocks[graph_.root].params) json["inputs"].push_back(typed(id));
  json["outputs"] = outputs();
  json["parameters"] = parameters();
  json["modules"] = modules();
  json["body"] = block(graph_.root);
  json["constants"] = constants_;  // filled by the body
  json["assumptions"] = assumptions();
  if (!input_.options.stopped.empty()) json["stopped"] = stopped();
  json["sources"] = sources();  // of all places above
  return json;
}

Json JsonWriter::type(const Type& type) {
  Json json = {{"dtype", info(type.dtype).name}};
  if (!type.ranked) {
    json["shape"] = nullptr;
    return json;
  }
  json["shape"] = Json::array();
  for (Dim dim : type.dims) {
    auto known = input_.dims.known(dim);
    json["shape"].push_back(known ? Json(*known) : Json(input_.dims.text(dim)));
  }
  return json;
}

Json JsonWriter::typed(ValueId id) {
  Json json = {{"name", names_.value(id)}};
  json.update(type(graph_.type(id)));
  return json;
}

Json JsonWriter::place(Span span) {
  Position start = input_.sources.start(span);
  Position end = input_.sources.position(span.file, span.end);
  std::string file = shown_path(input_.sources, span.file);
  note_lines(file, span);
  Json json{{"file", file},
            {"line", start.line},
            {"column", start.column},
            {"end_line", end.line},
            {"end_column", end.column}};
  if (input_.options.source_paths) json["path"] = input_.sources[span.file].path;
  return json;
}

void JsonWriter::note_lines(const std::string& file, Span span) {
  const SourceFile& source = input_.sources[span.file];
  uint32_t first = input_.sources.start(span).line;
  uint32_t last = input_.sources.position(span.file, std::max(span.begin, span.end)).line;
  for (uint32_t line = first; line <= std::min(last, first + kMostShownLines - 1); ++line) {
    std::string_view text = input_.sources.line_text(span.file, source.line_starts[line - 1]);
    lines_[file].try_emplace(line, text.substr(0, kLongestShownLine));
  }
}

Json JsonWriter::sources() {
  Json json = Json::object();
  for (const auto& [file, lines] : lines_)
    for (const auto& [number, text] : lines) json[file][std::to_string(number)] = text;
  return json;
}

Json JsonWriter::outputs() {
  Json list = Json::array();
  for (size_t i = 0; i < graph_.outputs.size(); ++i) {
    ValueId value = graph_.outputs[i].value;
    Json json = {{"name", names_.output(i)}, {"value", refer(value)}};
    json.update(type(graph_.type(value)));
    list.push_back(json);
  }
  return list;
}

Json JsonWriter::parameters() {
  Json list = Json::array();
  for (ValueId id : graph_.parameters) {
    const ValueInfo& info = graph_.values[id];
    Json json = {{"name", names_.value(id)}, {"key", info.name}};
    json.update(type(info.type));
    json["embedded"] = info.constant != nullptr;
    list.push_back(json);
  }
  return list;
}

Json JsonWriter::modules() {
  Json list = Json::array();
  for (const auto& [path, name] : module_classes(graph_))
    list.push_back({{"path", path}, {"class", name}});
  return list;
}

Json JsonWriter::assumptions() {
  Json list = Json::array();
  for (const Assumption& assumption : graph_.assumptions) {
    Json json = {{"message", assumption.message}};
    if (assumption.span.valid()) json["source"] = place(assumption.span);
    list.push_back(json);
  }
  return list;
}

// Where a report stands among the nodes: origins are numbered as they come, and a report leaves one. Of
// equal reports the first is kept.
void JsonWriter::add_position(Json& json, const Diagnostic& d) {
  OriginId mark;
  for (uint32_t i = 0; i < graph_.origins.size() && !mark.valid(); ++i) {
    const Origin& origin = graph_.origins[OriginId{i}];
    if (origin.span == d.span && std::ranges::equal(origin.calls, d.chain, {}, {}, &CallSite::span))
      mark = OriginId{i};
  }
  if (!mark.valid()) return;
  json["module"] = graph_.origins[mark].module_path;
  for (uint32_t i = graph_.nodes.size(); i-- > 0;) {
    OriginId origin = graph_.nodes[NodeId{i}].origin;
    const std::string& name = names_.node(NodeId{i});
    if (name.empty() || !origin.valid() || origin.index > mark.index) continue;
    json["after"] = name;
    return;
  }
}

Json JsonWriter::stopped() {
  Json list = Json::array();
  for (const Diagnostic& d : input_.options.stopped) {
    Json json = {{"code", nnscan::info(d.code).id}, {"message", d.message}};
    if (!d.hint.empty()) json["hint"] = d.hint;
    if (d.span.valid()) json["source"] = place(d.span);
    for (const CallSite& call : d.chain)
      if (call.span.valid()) json["calls"].push_back(place(call.span));
    add_position(json, d);
    list.push_back(json);
  }
  return list;
}

// The name of a value; a constant's contents are noted the first time.
Json JsonWriter::refer(ValueId id) {
  if (!id.valid()) return nullptr;
  const ValueInfo& info = graph_.values[id];
  const std::string& name = names_.value(id);
  if (info.kind == ValueKind::kConstant && info.constant && !constants_.contains(name))
    constants_[name] = tensor(*info.constant);
  return name;
}

Json JsonWriter::block(BlockId id) {
  const Block& block = graph_.blocks[id];
  Json json = Json::object();
  if (id != graph_.root) {
    json["inputs"] = Json::array();
    for (ValueId param : block.params) json["inputs"].push_back(typed(param));
  }
  json["nodes"] = Json::array();
  for (NodeId each : block.nodes) json["nodes"].push_back(node(each));
  if (id != graph_.root) {
    json["results"] = Json::array();
    for (ValueId result : block.results) json["results"].push_back(refer(result));
  }
  return json;
}

void JsonWriter::origin(Json& node, const Origin& origin) {
  if (!origin.module_path.empty()) node["module"] = origin.module_path;
  if (!origin.torch_call.empty()) node["torch"] = origin.torch_call;
  if (origin.span.valid()) node["source"] = place(origin.span);
  for (Span call : origin.calls)
    if (call.valid()) node["calls"].push_back(place(call));
}

Json JsonWriter::node(NodeId id) {
  const Node& node = graph_.nodes[id];
  Json json = {{"name", names_.node(id)}, {"op", node.op->name}};
  json["inputs"] = Json::array();
  for (ValueId input : node.inputs) json["inputs"].push_back(refer(input));
  json["outputs"] = Json::array();
  for (ValueId output : node.outputs)
    json["outputs"].push_back(output.valid() ? typed(output) : Json());
  for (const NamedAttribute& attribute : node.attributes)
    json["attributes"][attribute.name] = std::visit(AttributeJson{}, attribute.value);
  if (node.origin.valid()) origin(json, graph_.origins[node.origin]);
  for (BlockId each : node.blocks) json["blocks"].push_back(block(each));
  return json;
}

}  // namespace

std::string json_text(const EmitInput& input, JsonStyle style) {
  int indent = style == JsonStyle::kIndented ? 2 : -1;
  // Text of the user's that is not UTF-8 must not stop the graph from being shown.
  return JsonWriter(input).write().dump(indent, ' ', false, Json::error_handler_t::replace) + "\n";
}

EmitResult emit_json(const EmitInput& input) { return emit_text(input, json_text(input)); }

}  // namespace nnscan

#include "emit/onnx/onnxtxt.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "emit/onnx/proto.h"
#include "emit/onnx/write.h"
#include "emit/output.h"

namespace nnscan {

namespace {

constexpr size_t kFlush = size_t{1} << 20;

std::string quoted(const std::string& text) {
  std::string result = "\"";
  for (char c : text) result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  return result + "\"";
}

std::string identifier(const std::string& name) {
  auto is_word = [](unsigned char c) { return c < 0x80 && (std::isalnum(c) || c == '_'); };
  bool plain = !name.empty() && !std::isdigit(static_cast<unsigned char>(name[0])) &&
               std::all_of(name.begin(), name.end(), is_word);
  return plain ? name : quoted(name);
}

// The parser takes a quoted name in an attribute for a string.
std::string body_name(const std::string& name) {
  std::string word;
  for (unsigned char c : name)
    if (!word.empty() || std::isalpha(c)) word += c < 0x80 && std::isalnum(c) ? c : '_';
  return word.empty() ? "body" : word;
}

// Shortest text that reads back as the same number, and as a floating one.
template <class T>
std::string real(T value) {
  std::string text = fmt::format("{}", value);
  return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
}

std::string type_text(const onnx::TypeProto_Tensor& type) {
  std::string text = onnx_type_name(type.elem_type());
  if (!type.has_shape()) return text + "[]";
  std::string dims;
  for (const auto& dim : type.shape().dim()) {
    std::string each = dim.has_dim_value()   ? std::to_string(dim.dim_value())
                       : dim.has_dim_param() ? identifier(dim.dim_param())
                                             : "?";
    dims += (dims.empty() ? "" : ",") + each;
  }
  return dims.empty() ? text : text + "[" + dims + "]";
}

std::string type_text(const Constant& value) {
  std::string text = onnx_type_name(info(value.dtype()).onnx);
  if (value.rank() == 0) return text;
  return fmt::format("{}[{}]", text, fmt::join(value.shape(), ","));
}

// Half floats are written as their bits, as the parser reads them.
std::string element_text(const Constant& value, int64_t i) {
  switch (value.dtype()) {
    case DType::kFloat64:
      return real(value.as_double(i));
    case DType::kFloat32:
      return real(static_cast<float>(value.as_double(i)));
    case DType::kFloat16:
    case DType::kBFloat16: {
      auto* bits = reinterpret_cast<const unsigned char*>(value.element(i));
      return std::to_string(bits[0] | bits[1] << 8);
    }
    default:
      return std::to_string(value.as_int(i));
  }
}

class TextWriter {
 public:
  explicit TextWriter(OutputFile& file) : file_(file) {}
  std::string write(const OnnxModel& model);

 private:
  void header(const onnx::ModelProto& model);
  void graph(const onnx::GraphProto& graph, const std::vector<Initializer>& initializers,
             int depth);
  void values(const google::protobuf::RepeatedPtrField<onnx::ValueInfoProto>& values);
  void node(const onnx::NodeProto& node, int depth);
  void attribute(const onnx::AttributeProto& attribute, int depth);
  void initializer(const Initializer& each);
  void elements(const Constant& value);
  void line(int depth) { text_ += "\n" + std::string(3 * depth, ' '); }
  void flush();

  OutputFile& file_;
  std::string text_;
};

void TextWriter::flush() {
  file_.write(text_);
  text_.clear();
}

std::string TextWriter::write(const OnnxModel& model) {
  header(model.proto);
  graph(model.proto.graph(), model.initializers, 0);
  text_ += "\n";
  flush();
  return file_.commit();
}

void TextWriter::header(const onnx::ModelProto& model) {
  text_ += fmt::format("<\n   ir_version: {},\n   opset_import: [", model.ir_version());
  for (const auto& import : model.opset_import())
    text_ += (&import == &*model.opset_import().begin() ? "" : ", ") +
             fmt::format("{} : {}", quoted(import.domain()), import.version());
  text_ += "],\n   producer_name: " + quoted(model.producer_name());
  if (model.has_producer_version())
    text_ += ",\n   producer_version: " + quoted(model.producer_version());
  std::string metadata;
  for (const auto& entry : model.metadata_props())
    metadata += (metadata.empty() ? "" : ", ") + quoted(entry.key()) + ": " + quoted(entry.value());
  if (!metadata.empty()) text_ += ",\n   metadata_props: [" + metadata + "]";
  text_ += "\n>\n";
}

void TextWriter::values(const google::protobuf::RepeatedPtrField<onnx::ValueInfoProto>& values) {
  text_ += "(";
  for (int i = 0; i < values.size(); ++i)
    text_ += (i ? ", " : "") + type_text(values[i].type().tensor_type()) + " " +
             identifier(values[i].name());
  text_ += ")";
}

void TextWriter::graph(const onnx::GraphProto& graph, const std::vector<Initializer>& initializers,
                       int depth) {
  text_ += (depth ? body_name(graph.name()) : identifier(graph.name())) + " ";
  values(graph.input());
  text_ += " => ";
  values(graph.output());
  const char* separator = " <";
  auto entry = [&] {
    text_ += separator;
    separator = ",";
    line(depth + 1);
  };
  for (const Initializer& each : initializers) {
    entry();
    initializer(each);
  }
  for (const auto& value : graph.value_info()) {
    entry();
    text_ += type_text(value.type().tensor_type()) + " " + identifier(value.name());
  }
  if (*separator == ',') text_ += ">";
  text_ += " {";
  for (const auto& each : graph.node()) node(each, depth + 1);
  line(depth);
  text_ += "}";
}

void TextWriter::initializer(const Initializer& each) {
  text_ += type_text(*each.value) + " " + identifier(each.name) + " = ";
  elements(*each.contents());
}

void TextWriter::elements(const Constant& value) {
  text_ += "{";
  for (int64_t i = 0; i < value.numel(); ++i) {
    if (i) text_ += ",";
    text_ += element_text(value, i);
    if (text_.size() > kFlush) flush();
  }
  text_ += "}";
}

void TextWriter::node(const onnx::NodeProto& node, int depth) {
  line(depth);
  if (!node.name().empty()) text_ += "[" + identifier(node.name()) + "] ";
  auto list = [](const auto& names) {
    std::string text;
    for (int i = 0; i < names.size(); ++i)
      text += (i ? ", " : "") + (names[i].empty() ? std::string("\"\"") : identifier(names[i]));
    return text;
  };
  text_ += list(node.output()) + " = " + node.op_type() + " ";
  for (int i = 0; i < node.attribute_size(); ++i) {
    text_ += i ? ", " : "<";
    attribute(node.attribute(i), depth);
  }
  if (node.attribute_size()) text_ += "> ";
  text_ += "(" + list(node.input()) + ")";
  std::string comment = node.doc_string();
  std::replace(comment.begin(), comment.end(), '\n', ' ');
  if (!comment.empty()) text_ += "  # " + comment;
}

void TextWriter::attribute(const onnx::AttributeProto& attribute, int depth) {
  using onnx::AttributeProto;
  auto start = [&](const char* type) { text_ += attribute.name() + ": " + type + " = "; };
  auto list = [&](const char* type, const auto& values, auto text) {
    start(type);
    text_ += "[";
    for (int i = 0; i < values.size(); ++i) text_ += (i ? ", " : "") + text(values[i]);
    text_ += "]";
  };
  switch (attribute.type()) {
    case AttributeProto::INT:
      start("int"), text_ += std::to_string(attribute.i());
      break;
    case AttributeProto::FLOAT:
      start("float"), text_ += real(attribute.f());
      break;
    case AttributeProto::STRING:
      start("string"), text_ += quoted(attribute.s());
      break;
    case AttributeProto::INTS:
      list("ints", attribute.ints(), [](int64_t value) { return std::to_string(value); });
      break;
    case AttributeProto::FLOATS:
      list("floats", attribute.floats(), [](float value) { return real(value); });
      break;
    case AttributeProto::STRINGS:
      list("strings", attribute.strings(), [](const std::string& value) { return quoted(value); });
      break;
    case AttributeProto::TENSOR: {
      start("tensor");
      ConstantRef value = constant_of(attribute.t());
      text_ += type_text(*value) + " ";
      elements(*value);
      break;
    }
    case AttributeProto::GRAPH:
      start("graph");
      graph(attribute.g(), {}, depth);
      break;
    default:
      break;
  }
}

}  // namespace

EmitResult emit_onnxtxt(const EmitInput& input) {
  EmitResult result;
  OnnxModel model = checked_model(input, result);
  if (!result.ok()) return result;
  OutputFile file;
  std::string error = file.open(input.options.output);
  if (error.empty()) error = TextWriter(file).write(model);
  if (!error.empty()) return EmitResult::fail(EmitError::kFile, error);
  result.bytes = file.written();
  return result;
}

}  // namespace nnscan

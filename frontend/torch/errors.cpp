#include "frontend/torch/errors.h"

#include <algorithm>

#include "frontend/python/suggest.h"

namespace nnscan::torch {

using py::as;
using py::Interp;
using py::is;
using py::Kind;
using py::Value;

namespace {

using py::kDiagnosticAttribute;

std::string text_or_empty(const Value& v) {
  return is(v, Kind::kStr) ? as<py::StrObj>(v)->text : std::string();
}

// The model's input that a value of unknown rank is made from; empty where it is made from none.
std::string undeclared_input(const Graph& graph, ValueId value) {
  while (graph.values[value].kind == ValueKind::kNode) {
    const Node& node = graph.nodes[graph.values[value].node];
    auto open = std::ranges::find_if(node.inputs, [&](ValueId v) { return v.valid() && !graph.type(v).ranked; });
    if (open == node.inputs.end()) return "";
    value = *open;
  }
  const ValueInfo& info = graph.values[value];
  return info.kind == ValueKind::kInput && info.block == graph.root ? info.name : "";
}

// An example of how to declare an input of which nothing is known. What has the name of indices is
// shown as such: with other numbers the next thing to be told would be that they must be whole.
std::string declaration(const std::string& input, DType dtype) {
  constexpr std::string_view kWhole[] = {"ids", "indices", "index", "tokens", "labels", "codes", "lengths", "lens", "thw", "seqlens"};
  bool whole = std::ranges::any_of(kWhole, [&](std::string_view end) {
    return input.ends_with(end) && (input.size() == end.size() || input[input.size() - end.size() - 1] == '_');
  });
  if (dtype == DType::kFloat32 && whole) dtype = DType::kInt64;
  return "'" + input + ":" + info(dtype).name + (is_integer(dtype) ? "[?,?]" : "[?,?,?]") + "'";
}

}  // namespace

std::optional<Code> code_of(std::string_view id) {
  for (const CodeInfo& row : all_codes())
    if (id == row.id) return row.code;
  return std::nullopt;
}

void raise_as(Interp& in, Code code, std::string message) {
  Value exception = in.make_exception(in.types.runtime_error, std::move(message));
  in.put(as<py::InstanceObj>(exception)->attrs, in.symbol(kDiagnosticAttribute),
         in.tuple({in.str(std::string(info(code).id)), Value::none()}));
  in.raise_value(exception);
}

void give_hint(Interp& in, const Value& exception, Code code, std::string hint) {
  auto* object = py::get_if<py::InstanceObj>(exception);
  if (!object || !object->attrs || in.find(object->attrs, in.symbol(kDiagnosticAttribute))) return;
  in.put(object->attrs, in.symbol(kDiagnosticAttribute), in.tuple({in.str(std::string(info(code).id)), in.str(std::move(hint))}));
}

Value refuse_rank(Interp& in, ValueId value) {
  std::string input = undeclared_input(in.session.graph, value);
  if (input.empty())
    return in.refuse(Code::kUnknownRank, "the number of dimensions of this tensor is not known",
                     "declare the inputs of `forward` with all their dimensions: --input 'x:float32[N,3,224,224]' for an "
                     "input `x` that holds images");
  std::string message = "this depends on the number of dimensions of `" + input + "`, which is not known";
  std::string example = declaration(input, in.session.graph.type(value).dtype);
  std::string hint = "declare it, with a `?` for each dimension of any size, as in --input " + example +
                     "; if it is no tensor, fix it: --set '" + input + "=None'";
  for (const Diagnostic& d : in.session.sink.all())
    if (d.code == Code::kUnknownRank && d.message == message)
      return in.poison(Code::kUnknownRank, message, in.next_report() - 1);
  return in.refuse(Code::kUnknownRank, message, hint);
}

Diagnostic uncaught(Interp& in, const py::Raise& raised, const std::string& where) {
  Diagnostic d{Code::kPythonRaised, raised.span,
               where + " raises `" + in.describe_exception(raised.exception) + "`", "", raised.chain, {}};
  if (in.is_instance(raised.exception, in.types.name_error)) d.code = Code::kUnknownName;
  auto* object = py::get_if<py::InstanceObj>(raised.exception);
  Value* attached = object && object->attrs ? in.find(object->attrs, in.symbol(kDiagnosticAttribute)) : nullptr;
  auto* pair = attached ? py::get_if<py::TupleObj>(*attached) : nullptr;
  if (!pair || pair->items.size() != 2) return d;
  if (std::optional<Code> code = code_of(text_or_empty(pair->items[0]))) d.code = *code;
  d.hint = text_or_empty(pair->items[1]);
  return d;
}

}  // namespace nnscan::torch

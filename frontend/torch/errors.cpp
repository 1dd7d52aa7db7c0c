#include "frontend/torch/errors.h"

namespace nnscan::torch {

using py::as;
using py::Interp;
using py::is;
using py::Kind;
using py::Value;

namespace {

constexpr const char* kAttribute = "_diagnostic";  // (code, hint or None)

std::string text_or_empty(const Value& v) {
  return is(v, Kind::kStr) ? as<py::StrObj>(v)->text : std::string();
}

}  // namespace

std::optional<Code> code_of(std::string_view id) {
  for (const CodeInfo& row : all_codes())
    if (id == row.id) return row.code;
  return std::nullopt;
}

void raise_as(Interp& in, Code code, std::string message) {
  Value exception = in.make_exception(in.types.runtime_error, std::move(message));
  in.put(as<py::InstanceObj>(exception)->attrs, in.symbol(kAttribute),
         in.tuple({in.str(std::string(info(code).id)), Value::none()}));
  in.raise_value(exception);
}

Diagnostic uncaught(Interp& in, const py::Raise& raised, const std::string& where) {
  Diagnostic d{Code::kPythonRaised, raised.span,
               where + " raises `" + in.describe_exception(raised.exception) + "`", "", raised.chain, {}};
  if (in.is_instance(raised.exception, in.types.name_error)) d.code = Code::kUnknownName;
  auto* object = py::get_if<py::InstanceObj>(raised.exception);
  Value* attached = object && object->attrs ? in.find(object->attrs, in.symbol(kAttribute)) : nullptr;
  auto* pair = attached ? py::get_if<py::TupleObj>(*attached) : nullptr;
  if (!pair || pair->items.size() != 2) return d;
  if (std::optional<Code> code = code_of(text_or_empty(pair->items[0]))) d.code = *code;
  d.hint = text_or_empty(pair->items[1]);
  return d;
}

}  // namespace nnscan::torch

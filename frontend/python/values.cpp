// Making values, and crossing between Python numbers and the graph.
#include <algorithm>
#include <memory>

#include "frontend/python/interp.h"
#include "ir/base/check.h"

namespace nnscan::py {

int64_t RangeObj::length() const {
  if (step.i == 1) return std::max<int64_t>(stop.i - start.i, 0);
  if (step.i > 0) return start.i < stop.i ? (stop.i - start.i - 1) / step.i + 1 : 0;
  return start.i > stop.i ? (start.i - stop.i - 1) / -step.i + 1 : 0;
}

StrObj* Interp::intern(Symbol symbol) {
  if (symbol.index >= interned_.size()) interned_.resize(session.symbols.size() + 64, nullptr);
  StrObj*& slot = interned_[symbol.index];
  if (!slot) {
    slot = make<StrObj>(types.str, session.symbols.text(symbol));
    slot->symbol = symbol;
  }
  return slot;
}

// Names interned before there was a class `str`.
void Interp::adopt_early_strings() {
  for (StrObj* s : interned_)
    if (s) s->cls = types.str;
}

Value Interp::str(std::string text) {
  if (text.size() > session.options.limits.string_bytes)
    limit(Code::kLimitSize, "a string of " + std::to_string(text.size()) + " bytes is made here", "");
  charge(text.size());
  return Value::of(make<StrObj>(types.str, std::move(text)));
}
// One object for each ASCII character, as CPython has it.
Value Interp::character(std::string_view text) {
  auto code = static_cast<unsigned char>(text.empty() ? 0x80 : text[0]);
  if (text.size() != 1 || code >= 0x80) return str(std::string(text));
  if (characters_.empty()) characters_.resize(0x80, nullptr);
  if (!characters_[code]) {
    Journal::Suspended suspended(journal);
    characters_[code] = str(symbol(text));
  }
  return Value::of(characters_[code]);
}
TupleObj* Interp::make_tuple(ClassObj* cls, std::span<const Value> items) {
  charge(items.size() * sizeof(Value));
  Value* room = heap.room_for<Value>(items.size());
  std::uninitialized_copy(items.begin(), items.end(), room);
  return make<TupleObj>(cls, room, items.size());
}
Value Interp::list(std::vector<Value> items) {
  if (items.size() > session.options.limits.list_items)
    limit(Code::kLimitSize, "a list of " + std::to_string(items.size()) + " items is made here", "");
  charge(items.size() * sizeof(Value));
  return Value::of(make<ListObj>(types.list, std::move(items)));
}
DictObj* Interp::dict() { return make<DictObj>(types.dict); }
SetObj* Interp::set(bool frozen) { return make<SetObj>(frozen ? types.frozenset : types.set); }

Value Interp::native(const char* name, NativeFn fn, int min_args, int max_args) {
  return Value::of(make<NativeObj>(types.native, name, fn, min_args, max_args));
}

Value Interp::poison(Code code, std::string message, uint32_t report, Span span) {
  auto* p = make<PoisonObj>();
  p->code = code;
  p->message = std::move(message);
  p->report = report;
  p->span = span.valid() ? span : user_span();
  return Value::of(p);
}

Value Interp::from_dim(Dim dim) {
  if (auto known = session.dims.known(dim)) return Value::of(*known);
  return Value::sym_int(dim);
}

Dim Interp::to_dim(const Value& v) {
  if (v.tag == Tag::kSymInt) return v.dim();
  if (v.is_any_int()) return session.dims.constant(v.as_int());
  if (v.tag == Tag::kSymBool)
    return builder.dim_from_scalar(builder.cast(v.value_id(), DType::kInt64));
  raise(types.type_error, "an integer is required, not " + type_name(v));
}

ValueId Interp::to_graph(const Value& v, DType dtype) {
  switch (v.tag) {
    case Tag::kBool: case Tag::kInt: {
      std::vector<std::byte> bytes(size_of(dtype));
      store_element(dtype, bytes.data(), v.as_int());
      return builder.constant(Constant::own(dtype, {}, std::move(bytes)));
    }
    case Tag::kFloat: {
      std::vector<std::byte> bytes(size_of(dtype));
      store_element(dtype, bytes.data(), v.f);
      return builder.constant(Constant::own(dtype, {}, std::move(bytes)));
    }
    case Tag::kSymBool: case Tag::kSymFloat: return builder.cast(v.value_id(), dtype);
    case Tag::kSymInt: return builder.cast(builder.dim_scalar(v.dim()), dtype);
    default: break;
  }
  raise(types.type_error, "a number is required, not " + type_name(v));
}

Value Interp::from_graph_scalar(ValueId value) {
  const Type& type = session.graph.type(value);
  NNSCAN_CHECK(type.ranked && type.dims.empty(), "a scalar has rank 0");
  if (const Constant* c = session.graph.constant(value)) {
    if (type.dtype == DType::kBool) return Value::of(c->as_int(0) != 0);
    if (is_integer(type.dtype)) return Value::of(c->as_int(0));
    return Value::of(c->as_double(0));
  }
  if (type.dtype == DType::kBool) return Value::sym_bool(value);
  if (is_integer(type.dtype))
    return from_dim(builder.dim_from_scalar(builder.cast(value, DType::kInt64)));
  return Value::sym_float(builder.cast(value, DType::kFloat64));
}

}  // namespace nnscan::py

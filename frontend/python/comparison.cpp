// Comparison, equality and membership.
#include <algorithm>
#include <cmath>

#include "frontend/python/dict_view.h"
#include "frontend/python/open_text.h"
#include "frontend/python/wide.h"

namespace nnscan::py {

using syntax::CompareOp;

namespace {

constexpr const char* kCompareSymbols[] = {"==", "!=", "<",      "<=", ">",
                                           ">=", "is", "is not", "in", "not in"};

template <class T>
bool ordered(CompareOp op, T a, T b) {
  switch (op) {
    case CompareOp::kEq: return a == b;
    case CompareOp::kNe: return a != b;
    case CompareOp::kLt: return a < b;
    case CompareOp::kLe: return a <= b;
    case CompareOp::kGt: return a > b;
    default: return a >= b;
  }
}

}  // namespace

const char* compare_symbol(CompareOp op) { return kCompareSymbols[static_cast<size_t>(op)]; }

Value Interp::compare_symbolic(CompareOp op, const Value& a, const Value& b) {
  auto integral = [](const Value& v) { return v.is_any_int() || v.tag == Tag::kSymInt; };
  auto boolean = [](const Value& v) { return v.is_bool() || v.tag == Tag::kSymBool; };
  DType dtype = DType::kFloat64;
  if (boolean(a) && boolean(b) && (op == CompareOp::kEq || op == CompareOp::kNe)) {
    dtype = DType::kBool;
  } else if (integral(a) && integral(b)) {
    static constexpr Compare kOps[] = {Compare::kEq, Compare::kNe, Compare::kLt, Compare::kLe, Compare::kGt, Compare::kGe};
    Dim x = to_dim(a), y = to_dim(b);
    if (auto known = session.dims.compare(kOps[static_cast<size_t>(op)], x, y)) return Value::of(*known);
    dtype = DType::kInt64;
  } else if ((integral(a) || boolean(a)) && (integral(b) || boolean(b))) {
    dtype = DType::kInt64;
  }
  ValueId x = to_graph(a, dtype), y = to_graph(b, dtype);
  switch (op) {
    case CompareOp::kEq: return from_graph_scalar(builder.make1("Equal", {x, y}));
    case CompareOp::kNe: return from_graph_scalar(builder.make1("Not", {builder.make1("Equal", {x, y})}));
    case CompareOp::kLt: return from_graph_scalar(builder.make1("Less", {x, y}));
    case CompareOp::kGt: return from_graph_scalar(builder.make1("Greater", {x, y}));
    case CompareOp::kLe: return from_graph_scalar(builder.make1(session.options.opset >= 12 ? "LessOrEqual" : "Not",
        session.options.opset >= 12 ? std::vector<ValueId>{x, y} : std::vector<ValueId>{builder.make1("Greater", {x, y})}));
    default: return from_graph_scalar(builder.make1(session.options.opset >= 12 ? "GreaterOrEqual" : "Not",
        session.options.opset >= 12 ? std::vector<ValueId>{x, y} : std::vector<ValueId>{builder.make1("Less", {x, y})}));
  }
}

Value Interp::compare(CompareOp op, Value a, Value b) {
  switch (op) {
    case CompareOp::kIs: case CompareOp::kIsNot: {
      a = force(a);
      b = force(b);
      if (is(a, Kind::kPoison)) return use_poison(a);
      if (is(b, Kind::kPoison)) return use_poison(b);
      if (auto* c = get_if<ChoiceObj>(a)) return distribute(c, [&](Value v) { return compare(op, v, b); });
      if (auto* c = get_if<ChoiceObj>(b)) return distribute(c, [&](Value v) { return compare(op, a, v); });
      if (a.is_symbolic() && b.is_number()) return compare(op == CompareOp::kIs ? CompareOp::kEq : CompareOp::kNe, a, b);
      return Value::of(a.identical(b) == (op == CompareOp::kIs));
    }
    case CompareOp::kIn: return contains(b, a);
    case CompareOp::kNotIn: {
      Value in = contains(b, a);
      return is(in, Kind::kPoison) ? in : logical_not(in);
    }
    default: break;
  }
  a = force(a);
  b = force(b);
  if (a.is_number() && b.is_number()) {
    if (a.is_float() || b.is_float()) {
      auto exact = [](const Value& v) { return v.is_float() || exact_as_double(v.as_int()); };
      if (!exact(a) || !exact(b)) return wide_compare(*this, op, a, b);
      return Value::of(ordered(op, a.as_double(), b.as_double()));
    }
    return Value::of(ordered(op, a.as_int(), b.as_int()));
  }
  if (is(a, Kind::kPoison)) return use_poison(a);
  if (is(b, Kind::kPoison)) return use_poison(b);
  if (auto* c = get_if<ChoiceObj>(a)) return distribute(c, [&](Value v) { return compare(op, v, b); });
  if (auto* c = get_if<ChoiceObj>(b)) return distribute(c, [&](Value v) { return compare(op, a, v); });
  if (is_wide(a) || is_wide(b)) {
    auto known = [](const Value& v) { return v.is_number() || is_wide(v); };
    if (known(a) && known(b))
      if (Value v = wide_compare(*this, op, a, b); !v.is_unbound()) return v;
  }
  auto numeric = [](const Value& v) { return v.is_number() || v.is_symbolic(); };
  if (numeric(a) && numeric(b)) return compare_symbolic(op, a, b);

  if (is_plain_text(a) && is_plain_text(b)) return compare_builtin(op, a, b);
  const size_t row = static_cast<size_t>(op);
  auto attempt = [&](const Value& self, Symbol name, const Value& other) {
    Value* hook = class_lookup(class_of(self), name);
    if (!hook || hook->is_none() || is(*hook, Kind::kNative)) return Value();  // native: below
    Value method = *hook, args[] = {self, other};
    Value out = call(method, args);
    return out.tag == Tag::kNotImplemented ? Value() : out;
  };
  ClassObj *ca = class_of(a), *cb = class_of(b);
  bool swapped_first = ca != cb && is_subclass(cb, ca);
  Value out;
  if (swapped_first) out = attempt(b, names().swapped[row], a);
  if (out.is_unbound()) out = attempt(a, names().compared[row], b);
  if (out.is_unbound() && !swapped_first) out = attempt(b, names().swapped[row], a);
  if (!out.is_unbound()) return out;
  if (op == CompareOp::kNe) {  // the default __ne__ inverts __eq__
    out = compare(CompareOp::kEq, a, b);
    return is(out, Kind::kTensor) ? out : logical_not(out);
  }
  out = compare_builtin(op, a, b);
  if (!out.is_unbound()) return out;
  if (op == CompareOp::kEq) return Value::of(a.identical(b));
  raise(types.type_error, std::string("'") + compare_symbol(op) + "' not supported between instances of '" + type_name(a) +
                              "' and '" + type_name(b) + "'");
}

Value Interp::compare_builtin(CompareOp op, Value a, Value b) {
  auto payload = [](const Value& v) {
    return is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound() ? as<InstanceObj>(v)->payload : v;
  };
  Value pa = payload(a), pb = payload(b);
  if (!pa.identical(a) || !pb.identical(b)) return compare(op, pa, pb);
  if (is(a, Kind::kDictView) || is(b, Kind::kDictView)) {
    Value x = view_as_set(*this, a), y = view_as_set(*this, b);
    return is(x, Kind::kDictView) || is(y, Kind::kDictView) ? Value() : compare_builtin(op, x, y);
  }
  if (!a.is_object() || !b.is_object() || a.obj->kind != b.obj->kind) return Value();
  switch (a.obj->kind) {
    case Kind::kStr: {
      const std::string &x = as<StrObj>(a)->text, &y = as<StrObj>(b)->text;
      if (x != y || op != CompareOp::kEq) look_at_text(*this, x), look_at_text(*this, y);
      return Value::of(ordered<std::string_view>(op, x, y));
    }
    case Kind::kBytes: return Value::of(ordered<std::string_view>(op, as<BytesObj>(a)->data, as<BytesObj>(b)->data));
    case Kind::kTuple: return compare_sequences(op, a, b);
    case Kind::kList: look(a); look(b); return compare_sequences(op, a, b);
    case Kind::kDict: {
      if (op != CompareOp::kEq) return Value();
      look_whole(a);
      look_whole(b);
      auto *x = as<DictObj>(a), *y = as<DictObj>(b);
      if (x->table.size() != y->table.size()) return Value::of(false);
      Value all = Value::of(true);
      for (const TableEntry& e : x->table.entries()) {
        if (!e.live) continue;
        Value* other = find(y, e.key);
        if (!other) return Value::of(false);
        all = both(all, equals(e.value, *other));
        if (all.is_bool() && !all.b) return all;
      }
      return all;
    }
    case Kind::kSet: {
      auto *x = as<SetObj>(a), *y = as<SetObj>(b);
      auto within = [&](SetObj* s, SetObj* t) {
        for (const TableEntry& e : s->table.entries())
          if (e.live && !has(t, e.key)) return false;
        return true;
      };
      bool le = within(x, y), ge = within(y, x);
      switch (op) {
        case CompareOp::kEq: return Value::of(le && ge);
        case CompareOp::kLe: return Value::of(le);
        case CompareOp::kLt: return Value::of(le && !ge);
        case CompareOp::kGe: return Value::of(ge);
        case CompareOp::kGt: return Value::of(ge && !le);
        default: return Value();
      }
    }
    case Kind::kBoundMethod: {
      if (op != CompareOp::kEq) return Value();
      auto *x = as<BoundMethodObj>(a), *y = as<BoundMethodObj>(b);
      return Value::of(x->self.identical(y->self) && x->function.identical(y->function));
    }
    case Kind::kSlice: {
      if (op != CompareOp::kEq) return Value();
      auto *x = as<SliceObj>(a), *y = as<SliceObj>(b);
      return Value::of(equal(x->start, y->start) && equal(x->stop, y->stop) && equal(x->step, y->step));
    }
    case Kind::kRange: {
      if (op != CompareOp::kEq) return Value();
      return Value::of(equal(list(unpack(a)), list(unpack(b))));
    }
    default: return Value();
  }
}

// `a and b` of two truth values, without branching.
Value Interp::both(Value a, Value b) {
  Truth x = truth(a), y = truth(b);
  if (x.known()) return x.is_true() ? bool_value(y) : Value::of(false);
  if (y.known()) return y.is_true() ? bool_value(x) : Value::of(false);
  return Value::sym_bool(builder.make1("And", {x.condition, y.condition}));
}

Value Interp::compare_sequences(CompareOp op, Value a, Value b) {
  // Comparing items may run Python that changes the lists: their ends are looked up each time.
  auto size = [](const Value& v) { return items_in(v).size(); };
  auto item = [](const Value& v, size_t i) { return items_in(v)[i]; };
  if (op == CompareOp::kEq) {
    if (size(a) != size(b)) return Value::of(false);
    Value all = Value::of(true);
    for (size_t i = 0; i < std::min(size(a), size(b)); ++i) {
      Value same = equals(item(a, i), item(b, i));
      if (same.is_bool() && same.b) continue;
      all = both(all, same);
      if (all.is_bool() && !all.b) return all;
    }
    return all;
  }
  for (size_t i = 0; i < std::min(size(a), size(b)); ++i) {
    Value x = item(a, i), y = item(b, i);
    if (!equal(x, y)) return compare(op, x, y);
  }
  return Value::of(ordered(op, size(a), size(b)));
}

Value Interp::equals(const Value& a, const Value& b) {
  if (a.is_object() && a.identical(b) && a.obj->kind != Kind::kTensor && a.obj->kind != Kind::kPoison) return Value::of(true);
  return compare(CompareOp::kEq, a, b);
}

bool Interp::equal(const Value& a, const Value& b) {
  if (a.identical(b)) return true;
  Value v = compare(CompareOp::kEq, a, b);
  if (v.is_bool()) return v.b;
  return is_true(v);
}

Value Interp::contains(Value container, Value item) {
  container = force(container);
  item = force(item);
  if (is(container, Kind::kPoison)) return use_poison(container);
  if (is(item, Kind::kPoison)) return use_poison(item);
  if (auto* c = get_if<ChoiceObj>(container)) return distribute(c, [&](Value v) { return contains(v, item); });
  if (auto* c = get_if<ChoiceObj>(item)) return distribute(c, [&](Value v) { return contains(container, v); });
  if (container.is_object() && container.obj->cls)
    if (Value* hook = class_lookup(container.obj->cls, names().contains); hook && !is(*hook, Kind::kNative)) {
      Value out = call(bind(*hook, container, container.obj->cls), {item});
      return bool_value(truth(out));
    }
  if (auto* d = get_if<DictObj>(container)) {
    look(container, &item);
    Value* found = find(d, item);
    if (found && is(*found, Kind::kPoison)) return use_poison(*found);
    return Value::of(found != nullptr);
  }
  if (auto* s = get_if<SetObj>(container)) {
    look(container, &item);
    return Value::of(has(s, item));
  }
  if (auto* s = get_if<StrObj>(container)) {
    auto* part = get_if<StrObj>(item);
    if (!part) raise(types.type_error, "'in <string>' requires string as left operand, not " + type_name(item));
    look_at_text(*this, s->text), look_at_text(*this, part->text);
    return Value::of(s->text.find(part->text) != std::string::npos);
  }
  if (is(container, Kind::kTuple) && container.obj->cls == types.tuple && item.is_number()) {
    // Numbers compare without running Python, so that the items stay where they are.
    std::span<const Value> items = as<TupleObj>(container)->items;
    auto is_number = [](const Value& v) { return v.is_number(); };
    if (std::all_of(items.begin(), items.end(), is_number))
      return Value::of(std::any_of(items.begin(), items.end(), [&](const Value& v) { return equal(v, item); }));
  }
  if (auto* r = get_if<RangeObj>(container); r && r->known() && item.is_any_int()) {
    int64_t i = item.as_int(), offset = i - r->start.i;
    return Value::of(offset % r->step.i == 0 && offset / r->step.i >= 0 && offset / r->step.i < r->length());
  }
  if (container.is_object() && container.obj->cls)
    if (Value* hook = class_lookup(container.obj->cls, names().contains))
      return bool_value(truth(call(bind(*hook, container, container.obj->cls), {item})));
  Value found = Value::of(false);
  for (const Value& v : unpack(container)) {
    if (v.identical(item) && !v.is_symbolic()) return Value::of(true);
    Value same = equals(v, item);
    Truth t = truth(same);
    if (t.known() && t.is_true()) return Value::of(true);
    if (t.known()) continue;
    found = found.is_bool() ? bool_value(t)
                            : Value::sym_bool(builder.make1("Or", {found.value_id(), t.condition}));
  }
  return found;
}

}  // namespace nnscan::py

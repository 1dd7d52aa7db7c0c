// Operators: arithmetic and truth. Comparison is in comparison.cpp, hashing in hashing.cpp.
#include <algorithm>
#include <cmath>

#include "frontend/python/runs.h"
#include "frontend/python/dict_view.h"
#include "frontend/python/wide.h"
#include "ir/base/check.h"

namespace nnscan::py {

using syntax::BinaryOp;
using syntax::CompareOp;
using syntax::UnaryOp;

namespace {

constexpr BinaryNames kBinaryNames[] = {
    {"+", "__add__", "__radd__", "__iadd__"},
    {"-", "__sub__", "__rsub__", "__isub__"},
    {"*", "__mul__", "__rmul__", "__imul__"},
    {"/", "__truediv__", "__rtruediv__", "__itruediv__"},
    {"//", "__floordiv__", "__rfloordiv__", "__ifloordiv__"},
    {"%", "__mod__", "__rmod__", "__imod__"},
    {"**", "__pow__", "__rpow__", "__ipow__"},
    {"@", "__matmul__", "__rmatmul__", "__imatmul__"},
    {"&", "__and__", "__rand__", "__iand__"},
    {"|", "__or__", "__ror__", "__ior__"},
    {"^", "__xor__", "__rxor__", "__ixor__"},
    {"<<", "__lshift__", "__rlshift__", "__ilshift__"},
    {">>", "__rshift__", "__rrshift__", "__irshift__"},
};

int64_t floor_div(int64_t a, int64_t b) {
  int64_t q = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? q - 1 : q;
}

double float_floor_div(double a, double b) {
  double mod = std::fmod(a, b);
  double div = (a - mod) / b;
  if (mod != 0 && (b < 0) != (mod < 0)) div -= 1;
  double floored = std::floor(div);
  return div - floored > 0.5 ? floored + 1 : floored;
}

double float_mod(double a, double b) {
  double mod = std::fmod(a, b);
  if (mod == 0) return std::copysign(0.0, b);
  return (b < 0) != (mod < 0) ? mod + b : mod;
}

}  // namespace

const BinaryNames& binary_names(BinaryOp op) { return kBinaryNames[static_cast<size_t>(op)]; }

// ---- arithmetic

Value Interp::binary_numbers(BinaryOp op, const Value& a, const Value& b) {
  if (a.is_float() || b.is_float()) {
    double x = a.as_double(), y = b.as_double();
    switch (op) {
      case BinaryOp::kAdd: return Value::of(x + y);
      case BinaryOp::kSub: return Value::of(x - y);
      case BinaryOp::kMul: return Value::of(x * y);
      case BinaryOp::kDiv: case BinaryOp::kFloorDiv: case BinaryOp::kMod:
        if (y == 0) raise(types.zero_division_error, op == BinaryOp::kMod ? "float modulo" : "float division by zero");
        return Value::of(op == BinaryOp::kDiv ? x / y : op == BinaryOp::kMod ? float_mod(x, y) : float_floor_div(x, y));
      case BinaryOp::kPow: {
        if (x == 0 && y < 0) raise(types.zero_division_error, "0.0 cannot be raised to a negative power");
        double power = std::pow(x, y);
        if (std::isnan(power) && !std::isnan(x) && !std::isnan(y))
          return complex_power(*this, x, y);
        if (std::isinf(power) && std::isfinite(x) && std::isfinite(y))
          raise(types.overflow_error, "(34, 'Numerical result out of range')");
        return Value::of(power);
      }
      default: return Value();
    }
  }
  int64_t x = a.as_int(), y = b.as_int(), r = 0;
  bool overflow = false;
  switch (op) {
    case BinaryOp::kAdd: overflow = __builtin_add_overflow(x, y, &r); break;
    case BinaryOp::kSub: overflow = __builtin_sub_overflow(x, y, &r); break;
    case BinaryOp::kMul: overflow = __builtin_mul_overflow(x, y, &r); break;
    case BinaryOp::kDiv:
      if (y == 0) raise(types.zero_division_error, "division by zero");
      if (!exact_as_double(x) || !exact_as_double(y)) return wide_binary(*this, op, a, b);
      return Value::of(static_cast<double>(x) / static_cast<double>(y));
    case BinaryOp::kFloorDiv: case BinaryOp::kMod:
      if (y == 0)
        raise(types.zero_division_error, op == BinaryOp::kMod ? "integer modulo by zero" : "integer division or modulo by zero");
      if (y == -1) {
        if (op == BinaryOp::kMod) return Value::of(int64_t{0});
        overflow = __builtin_sub_overflow(int64_t{0}, x, &r);
        break;
      }
      r = op == BinaryOp::kFloorDiv ? floor_div(x, y) : x - floor_div(x, y) * y;
      break;
    case BinaryOp::kPow: {
      if (y < 0) {
        if (x == 0) raise(types.zero_division_error, "0.0 cannot be raised to a negative power");
        return Value::of(std::pow(static_cast<double>(x), static_cast<double>(y)));
      }
      if (y > 63 && x != 0 && x != 1 && x != -1) return wide_binary(*this, op, a, b);
      r = 1;
      int64_t base = x;
      for (int64_t e = y; e > 0 && !overflow; e >>= 1) {
        if (e & 1) overflow = __builtin_mul_overflow(r, base, &r);
        if (e > 1 && !overflow) overflow = __builtin_mul_overflow(base, base, &base);
      }
      break;
    }
    case BinaryOp::kAnd: r = x & y; break;
    case BinaryOp::kOr: r = x | y; break;
    case BinaryOp::kXor: r = x ^ y; break;
    case BinaryOp::kLeftShift:
      if (y < 0) raise(types.value_error, "negative shift count");
      overflow = x != 0 && (y >= 63 || (x << y) >> y != x);
      r = overflow ? 0 : y >= 64 ? 0 : x << y;
      break;
    case BinaryOp::kRightShift:
      if (y < 0) raise(types.value_error, "negative shift count");
      r = x >> (y > 63 ? 63 : y);
      break;
    case BinaryOp::kMatMul: return Value();
  }
  if (overflow) return wide_binary(*this, op, a, b);
  bool logical = op == BinaryOp::kAnd || op == BinaryOp::kOr || op == BinaryOp::kXor;
  if (logical && a.is_bool() && b.is_bool()) return Value::of(r != 0);
  return Value::of(r);
}

// Arithmetic on what is known only when the model runs: sizes as dims, the rest as nodes.
Value Interp::binary_symbolic(BinaryOp op, const Value& a, const Value& b) {
  auto integral = [](const Value& v) { return v.is_any_int() || v.tag == Tag::kSymInt || v.tag == Tag::kSymBool; };
  if (integral(a) && integral(b)) {
    bool logical = op == BinaryOp::kAnd || op == BinaryOp::kOr || op == BinaryOp::kXor;
    auto boolean = [](const Value& v) { return v.is_bool() || v.tag == Tag::kSymBool; };
    if (logical && boolean(a) && boolean(b)) {
      const char* name = op == BinaryOp::kAnd ? "And" : op == BinaryOp::kOr ? "Or" : "Xor";
      return from_graph_scalar(builder.make1(name, {to_graph(a, DType::kBool), to_graph(b, DType::kBool)}));
    }
    DimPool& dims = session.dims;
    if (op != BinaryOp::kDiv) {
      Dim x = to_dim(a), y = to_dim(b);
      switch (op) {
        case BinaryOp::kAdd: return from_dim(dims.add(x, y));
        case BinaryOp::kSub: return from_dim(dims.sub(x, y));
        case BinaryOp::kMul: return from_dim(dims.mul(x, y));
        case BinaryOp::kFloorDiv: case BinaryOp::kMod:
          if (dims.known(y) == 0) raise(types.zero_division_error, "integer division or modulo by zero");
          return from_dim(op == BinaryOp::kFloorDiv ? dims.floor_div(x, y) : dims.mod(x, y));
        case BinaryOp::kPow:
          if (auto exponent = dims.known(y); exponent && *exponent >= 0 && *exponent <= 8) {
            Dim power = dims.constant(1);
            for (int64_t i = 0; i < *exponent; ++i) power = dims.mul(power, x);
            return from_dim(power);
          }
          break;
        case BinaryOp::kLeftShift:
          if (auto shift = dims.known(y); shift && *shift >= 0 && *shift < 62)
            return from_dim(dims.mul(x, dims.constant(int64_t{1} << *shift)));
          break;
        case BinaryOp::kRightShift:
          if (auto shift = dims.known(y); shift && *shift >= 0 && *shift < 62)
            return from_dim(dims.floor_div(x, dims.constant(int64_t{1} << *shift)));
          break;
        default: break;
      }
      if (op != BinaryOp::kPow)
        return refuse(Code::kDynamicPython, std::string("`") + binary_names(op).symbol + "` on a size that is known only when the model runs");
    }
  }
  ValueId x = to_graph(a, DType::kFloat64), y = to_graph(b, DType::kFloat64);
  auto result = [&](ValueId v) { return from_graph_scalar(v); };
  switch (op) {
    case BinaryOp::kAdd: return result(builder.make1("Add", {x, y}));
    case BinaryOp::kSub: return result(builder.make1("Sub", {x, y}));
    case BinaryOp::kMul: return result(builder.make1("Mul", {x, y}));
    case BinaryOp::kDiv: return result(builder.make1("Div", {x, y}));
    case BinaryOp::kPow: return result(builder.make1("Pow", {x, y}));
    case BinaryOp::kFloorDiv: return result(builder.make1("Floor", {builder.make1("Div", {x, y})}));
    case BinaryOp::kMod: {
      ValueId floored = builder.make1("Floor", {builder.make1("Div", {x, y})});
      return result(builder.make1("Sub", {x, builder.make1("Mul", {floored, y})}));
    }
    default: return Value();
  }
}

Value Interp::binary_builtin(BinaryOp op, const Value& a, const Value& b) {
  if (!a.is_object() && !b.is_object()) return Value();
  if (is(a, Kind::kDictView) || is(b, Kind::kDictView)) {
    Value x = view_as_set(*this, a), y = view_as_set(*this, b);
    bool as_sets = !x.identical(a) || !y.identical(b);  // one is of keys or items
    if (!as_sets || !(op == BinaryOp::kOr || op == BinaryOp::kAnd || op == BinaryOp::kXor || op == BinaryOp::kSub))
      return Value();
    // The other one may be anything with items.
    for (Value* v : {&x, &y}) {
      if (is(*v, Kind::kSet)) continue;
      SetObj* items = set();
      for (const Value& item : unpack(*v)) add(items, item);
      *v = Value::of(items);
    }
    return binary_builtin(op, x, y);
  }
  auto repeat = [&](const std::vector<Value>& items, const Value& count) {
    int64_t n = std::max<int64_t>(0, index_of(count));
    if (static_cast<uint64_t>(n) * items.size() > session.options.limits.list_items)
      limit(Code::kLimitSize, "a list of " + std::to_string(n * static_cast<int64_t>(items.size())) + " items", "");
    std::vector<Value> out;
    out.reserve(items.size() * static_cast<size_t>(n));
    for (int64_t i = 0; i < n; ++i) out.insert(out.end(), items.begin(), items.end());
    return out;
  };
  auto countable = [](const Value& v) { return v.is_any_int() || v.tag == Tag::kSymInt || is(v, Kind::kBigInt); };
  if (op == BinaryOp::kMul && countable(a) && b.is_object() &&
      (is(b, Kind::kList) || is(b, Kind::kTuple) || is(b, Kind::kStr) || is(b, Kind::kBytes)))
    return binary_builtin(op, b, a);
  if (auto* x = get_if<StrObj>(a)) {
    auto* y = get_if<StrObj>(b);
    if (op == BinaryOp::kAdd && y) return str(x->text + y->text);
    if (op == BinaryOp::kMod) return str(percent_format(x->text, b));
    if (op == BinaryOp::kMul && countable(b)) {
      int64_t n = std::max<int64_t>(0, index_of(b));
      if (static_cast<uint64_t>(n) * x->text.size() > session.options.limits.list_items)
        limit(Code::kLimitSize, "a very long string", "");
      std::string out;
      for (int64_t i = 0; i < n; ++i) out += x->text;
      return str(std::move(out));
    }
    return Value();
  }
  if (auto* x = get_if<BytesObj>(a)) {
    auto* y = get_if<BytesObj>(b);
    if (op == BinaryOp::kMul && countable(b)) {
      int64_t n = std::max<int64_t>(0, index_of(b));
      if (static_cast<uint64_t>(n) * x->data.size() > session.options.limits.list_items)
        limit(Code::kLimitSize, "very long bytes", "");
      std::string out;
      for (int64_t i = 0; i < n; ++i) out += x->data;
      return Value::of(make<BytesObj>(types.bytes, std::move(out)));
    }
    return op == BinaryOp::kAdd && y ? Value::of(make<BytesObj>(types.bytes, x->data + y->data)) : Value();
  }
  if (op == BinaryOp::kMul && b.tag == Tag::kSymInt && (is(a, Kind::kList) || is(a, Kind::kTuple)))
    if (Value many = run_repeated(a, b); !many.is_unbound()) return many;
  if (op == BinaryOp::kAdd && (has_runs(a) || has_runs(b)))
    if (Value sum = add_runs(a, b); !sum.is_unbound()) return sum;
  if (auto* x = get_if<ListObj>(a)) {
    look(a);
    if (op == BinaryOp::kMul && countable(b)) return list(repeat(x->items, b));
    auto* y = get_if<ListObj>(b);
    if (op != BinaryOp::kAdd || !y) return Value();
    look(b);
    std::vector<Value> items = x->items;
    items.insert(items.end(), y->items.begin(), y->items.end());
    return list(std::move(items));
  }
  if (auto* x = get_if<TupleObj>(a)) {
    if (op == BinaryOp::kMul && countable(b)) return tuple(repeat(x->items, b));
    auto* y = get_if<TupleObj>(b);
    if (op != BinaryOp::kAdd || !y) return Value();
    std::vector<Value> items = x->items;
    items.insert(items.end(), y->items.begin(), y->items.end());
    return tuple(std::move(items));
  }
  if (auto* x = get_if<DictObj>(a); x && op == BinaryOp::kOr && is(b, Kind::kDict)) {
    auto* merged = make<DictObj>(x->cls);
    merged->table = x->table;
    for (const TableEntry& e : as<DictObj>(b)->table.entries())
      if (e.live) put(merged, e.key, e.value);
    return Value::of(merged);
  }
  if (auto* x = get_if<SetObj>(a); x && is(b, Kind::kSet)) {
    auto* y = as<SetObj>(b);
    auto* out = make<SetObj>(x->cls);
    auto each = [&](SetObj* s, bool in_other, SetObj* other) {
      for (const TableEntry& e : s->table.entries())
        if (e.live && has(other, e.key) == in_other) add(out, e.key);
    };
    switch (op) {
      case BinaryOp::kOr: out->table = x->table; each(y, false, x); return Value::of(out);
      case BinaryOp::kAnd: each(x, true, y); return Value::of(out);
      case BinaryOp::kSub: each(x, false, y); return Value::of(out);
      case BinaryOp::kXor: each(x, false, y); each(y, false, x); return Value::of(out);
      default: return Value();
    }
  }
  // `int | None` in an annotation or an isinstance call.
  if (op == BinaryOp::kOr && (is(a, Kind::kClass) || a.is_none()) && (is(b, Kind::kClass) || b.is_none()))
    return tuple({a.is_none() ? Value::of(types.none) : a, b.is_none() ? Value::of(types.none) : b});
  return Value();
}

Value Interp::binary(BinaryOp op, Value a, Value b) {
  a = force(a);
  b = force(b);
  if (a.is_number() && b.is_number()) {
    Value v = binary_numbers(op, a, b);
    if (!v.is_unbound()) return v;
  }
  if (op == BinaryOp::kAdd && is_plain_text(a) && is_plain_text(b)) return binary_builtin(op, a, b);
  if (is(a, Kind::kPoison)) return use_poison(a);
  if (is(b, Kind::kPoison)) return use_poison(b);
  if (auto* c = get_if<ChoiceObj>(a)) return distribute(c, [&](Value v) { return binary(op, v, b); });
  if (auto* c = get_if<ChoiceObj>(b)) return distribute(c, [&](Value v) { return binary(op, a, v); });
  if (is_wide(a) || is_wide(b)) {
    auto known = [](const Value& v) { return v.is_number() || is_wide(v); };
    if (known(a) && known(b))
      if (Value v = wide_binary(*this, op, a, b); !v.is_unbound()) return v;
    if (a.is_symbolic() || b.is_symbolic())
      return refuse(Code::kDynamicPython, "a complex number or an integer beyond 64 bits meets a number that is known only when the model runs");
  }
  auto numeric = [](const Value& v) { return v.is_number() || v.is_symbolic(); };
  if (numeric(a) && numeric(b)) {
    Value v = binary_symbolic(op, a, b);
    if (!v.is_unbound()) return v;
  }
  Value out = binary_special(op, a, b);
  if (!out.is_unbound()) return out;
  out = binary_builtin(op, a, b);
  if (!out.is_unbound()) return out;
  // Instances of subclasses of int and float compute as those.
  auto plain = [](const Value& v) {
    return is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound() ? as<InstanceObj>(v)->payload : v;
  };
  if (!plain(a).identical(a) || !plain(b).identical(b)) return binary(op, plain(a), plain(b));
  auto sequence = [](const Value& v) { return is(v, Kind::kStr) || is(v, Kind::kList) || is(v, Kind::kTuple); };
  if (op == BinaryOp::kAdd && sequence(a)) {
    std::string name = type_name(a);
    raise(types.type_error, "can only concatenate " + name + " (not \"" + type_name(b) + "\") to " + name);
  }
  if (op == BinaryOp::kMul && (sequence(a) || sequence(b)))
    raise(types.type_error, "can't multiply sequence by non-int of type '" + type_name(sequence(a) ? b : a) + "'");
  raise(types.type_error, std::string("unsupported operand type(s) for ") + binary_names(op).symbol + ": '" +
                              type_name(a) + "' and '" + type_name(b) + "'");
}

Value Interp::binary_special(BinaryOp op, const Value& a, const Value& b) {
  const size_t row = static_cast<size_t>(op);
  ClassObj *ca = class_of(a), *cb = class_of(b);
  auto attempt = [&](const Value& self, Symbol name, const Value& other) {
    Value* hook = class_lookup(class_of(self), name);
    if (!hook || hook->is_none() || is(*hook, Kind::kNative)) return Value();  // native: binary_builtin
    Value method = *hook, args[] = {self, other};
    Value out = call(method, args);
    return out.tag == Tag::kNotImplemented ? Value() : out;
  };
  bool reflected_first = ca != cb && is_subclass(cb, ca);
  Value out;
  if (reflected_first) out = attempt(b, names().reflected[row], a);
  if (out.is_unbound()) out = attempt(a, names().plain[row], b);
  if (out.is_unbound() && !reflected_first && ca != cb) out = attempt(b, names().reflected[row], a);
  return out;
}

Value Interp::inplace(BinaryOp op, Value a, Value b) {
  a = force(a);
  b = force(b);
  if (is_plain_text(a)) return binary(op, a, b);
  if (is(a, Kind::kPoison)) return use_poison(a);
  if (auto* c = get_if<ChoiceObj>(a)) return distribute(c, [&](Value v) { return inplace(op, v, b); });
  if (a.is_object()) {
    if (Value* hook = class_lookup(class_of(a), names().inplace[static_cast<size_t>(op)])) {
      Value method = *hook, args[] = {a, b};
      Value out = call(method, args);
      if (out.tag != Tag::kNotImplemented) return out;
    }
    if (auto* l = get_if<ListObj>(a); l && op == BinaryOp::kAdd && !is_instance(a, types.tuple)) {
      if (l->lost) look(a);
      extend(*this, l, b);
      return a;
    }
    if (auto* l = get_if<ListObj>(a); l && op == BinaryOp::kMul) {
      std::vector<Value> items = as<ListObj>(binary(op, a, b))->items;
      journal.touch(l);
      l->items = std::move(items);
      return a;
    }
    if (is(a, Kind::kDict) && is(b, Kind::kDict) && op == BinaryOp::kOr) {
      for (const TableEntry& e : as<DictObj>(b)->table.entries())
        if (e.live) put(as<DictObj>(a), e.key, e.value);
      return a;
    }
    if (auto* s = get_if<SetObj>(a); s && s->cls == types.set && is(b, Kind::kSet)) {
      Value out = binary(op, a, b);
      journal.touch(s);
      s->table = as<SetObj>(out)->table;
      return a;
    }
  }
  return binary(op, a, b);
}

Value Interp::logical_not(Value v) {
  Truth t = truth(v);
  if (t.known()) return Value::of(!t.is_true());
  return Value::sym_bool(builder.make1("Not", {t.condition}));
}

Value Interp::unary(UnaryOp op, Value v) {
  v = force(v);
  if (is(v, Kind::kPoison)) return use_poison(v);
  if (op == UnaryOp::kNot) return logical_not(v);
  if (auto* c = get_if<ChoiceObj>(v)) return distribute(c, [&](Value x) { return unary(op, x); });
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) v = as<InstanceObj>(v)->payload;
  if (is_wide(v))
    if (Value out = wide_unary(*this, op, v); !out.is_unbound()) return out;
  if (v.is_number() || v.is_symbolic()) {
    switch (op) {
      case UnaryOp::kMinus: return v.is_float() ? Value::of(-v.f) : binary(BinaryOp::kSub, Value::of(0), v);
      case UnaryOp::kPlus: return v.is_bool() ? Value::of(v.as_int()) : v;
      case UnaryOp::kInvert:
        if (v.is_any_int()) return Value::of(~v.as_int());
        if (v.tag == Tag::kSymInt) return binary(BinaryOp::kSub, Value::of(-1), v);
        break;
      case UnaryOp::kNot: break;
    }
  }
  Symbol name = op == UnaryOp::kMinus ? names().neg : op == UnaryOp::kPlus ? names().pos : names().invert;
  Value out;
  if (try_special(v, name, {}, out)) return out;
  raise(types.type_error, "bad operand type for unary " + std::string(op == UnaryOp::kMinus ? "-" : op == UnaryOp::kPlus ? "+" : "~") +
                              ": '" + type_name(v) + "'");
}

// ---- truth

Value Interp::bool_value(const Truth& t) {
  return t.known() ? Value::of(t.is_true()) : Value::sym_bool(t.condition);
}

Truth Interp::truth(Value v) {
  auto known = [](bool b) { return Truth{b ? Truth::State::kTrue : Truth::State::kFalse, {}}; };
  auto symbolic = [](ValueId id) { return Truth{Truth::State::kSymbolic, id}; };
  v = force(v);
  switch (v.tag) {
    case Tag::kUnbound: case Tag::kNone: return known(false);
    case Tag::kEllipsis: case Tag::kNotImplemented: return known(true);
    case Tag::kBool: return known(v.b);
    case Tag::kInt: return known(v.i != 0);
    case Tag::kFloat: return known(v.f != 0);
    case Tag::kSymBool:
      if (const Constant* c = session.graph.constant(v.value_id())) return known(c->as_int(0) != 0);
      if (auto here = builder.known_here(v.value_id())) return known(*here);
      return symbolic(v.value_id());
    case Tag::kSymInt: case Tag::kSymFloat:
      return truth(compare_symbolic(CompareOp::kNe, v, Value::of(int64_t{0})));
    case Tag::kObject: break;
  }
  switch (v.obj->kind) {
    case Kind::kBigInt: case Kind::kComplex: return known(wide_truth(v));
    case Kind::kPoison:
      // Reported already or now; both sides are looked at for what else they refuse.
      use_poison(v);
      return symbolic(builder.random_source(Type::scalar(DType::kBool)));
    case Kind::kChoice:
      return truth(distribute(as<ChoiceObj>(v), [&](Value x) { return bool_value(truth(x)); }));
    case Kind::kFunction: case Kind::kNative: case Kind::kBoundMethod: case Kind::kModule:
    case Kind::kProperty: case Kind::kDType:
      return known(true);
    case Kind::kStr:
      if (v.obj->cls == types.str) return known(!as<StrObj>(v)->text.empty());
      break;
    default: break;
  }
  ClassObj* cls = class_of(v);
  bool builtin_container = v.obj->kind == Kind::kList || v.obj->kind == Kind::kTuple || v.obj->kind == Kind::kDict ||
                           v.obj->kind == Kind::kSet || v.obj->kind == Kind::kStr || v.obj->kind == Kind::kBytes;
  if (Value* hook = class_lookup(cls, names().bool_)) return truth(call(bind(*hook, v, cls), {}));
  if (builtin_container || v.obj->kind == Kind::kRange || class_lookup(cls, names().len)) return truth(len(v));
  if (is(v, Kind::kInstance) && !as<InstanceObj>(v)->payload.is_unbound()) return truth(as<InstanceObj>(v)->payload);
  return known(true);
}

bool Interp::is_true(Value v) {
  v = force(v);
  if (is(v, Kind::kPoison)) {
    use_poison(v);
    return false;
  }
  Truth t = truth(v);
  if (t.known()) return t.is_true();
  refuse(Code::kDynamicPython, "a decision of Python itself hangs on tensor data here",
         "decide with `if`, `and`, `or` or `torch.where`");
  return false;
}

}  // namespace nnscan::py

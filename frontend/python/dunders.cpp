// The special methods of the built-in classes as attributes: what `super().__repr__()` and
// `dict.__eq__(a, b)` find. Each does what the built-in class does, whatever a subclass says.
#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

using syntax::BinaryOp;
using syntax::CompareOp;

// The same contents as an instance of the built-in class itself.
Value plain(Interp& in, const Value& v) {
  if (!v.is_object()) return v;
  switch (v.obj->kind) {
    case Kind::kStr: return v.obj->cls == in.types.str ? v : in.str(as<StrObj>(v)->text);
    case Kind::kTuple: return v.obj->cls == in.types.tuple ? v : in.tuple(as<TupleObj>(v)->items);
    case Kind::kList: return v.obj->cls == in.types.list ? v : in.list(as<ListObj>(v)->items);
    case Kind::kDict: {
      if (v.obj->cls == in.types.dict) return v;
      DictObj* copy = in.dict();
      copy->table = as<DictObj>(v)->table;
      return Value::of(copy);
    }
    case Kind::kSet: {
      if (v.obj->cls == in.types.set || v.obj->cls == in.types.frozenset) return v;
      SetObj* copy = in.set(in.is_subclass(v.obj->cls, in.types.frozenset));
      copy->table = as<SetObj>(v)->table;
      return Value::of(copy);
    }
    case Kind::kInstance:
      return as<InstanceObj>(v)->payload.is_unbound() ? v : as<InstanceObj>(v)->payload;
    default: return v;
  }
}

Value d_repr(Interp& in, const Args& a) { return in.str(in.repr(plain(in, a[0]))); }
Value d_str(Interp& in, const Args& a) { return in.str(in.to_str(plain(in, a[0]))); }
Value d_format(Interp& in, const Args& a) { return in.str(in.format(plain(in, a[0]), text_of(in, a[1]))); }
Value d_hash(Interp& in, const Args& a) { return Value::of(static_cast<int64_t>(in.hash(plain(in, a[0])) >> 2)); }

// A comparison that the built-in class knows nothing of is NotImplemented.
template <CompareOp op>
Value d_compare(Interp& in, const Args& a) {
  Value x = plain(in, a[0]), y = plain(in, a[1]);
  bool numbers = x.is_number() && y.is_number();
  bool same = x.is_object() && y.is_object() && x.obj->kind == y.obj->kind;
  return numbers || same ? in.compare(op, x, y) : Value::make(Tag::kNotImplemented);
}

template <BinaryOp op>
Value d_binary(Interp& in, const Args& a) {
  Value x = plain(in, a[0]), y = plain(in, a[1]);
  bool numbers = (x.is_number() || x.is_symbolic()) && (y.is_number() || y.is_symbolic());
  if (numbers) return in.binary(op, x, y);
  Value out = in.binary_builtin(op, x, y);
  return out.is_unbound() ? Value::make(Tag::kNotImplemented) : out;
}

constexpr NativeRow kText[] = {
    {"__repr__", d_repr, 1, 1}, {"__str__", d_str, 1, 1}, {"__format__", d_format, 2, 2}, {"__hash__", d_hash, 1, 1}};
constexpr NativeRow kCompare[] = {
    {"__eq__", d_compare<CompareOp::kEq>, 2, 2}, {"__ne__", d_compare<CompareOp::kNe>, 2, 2},
    {"__lt__", d_compare<CompareOp::kLt>, 2, 2}, {"__le__", d_compare<CompareOp::kLe>, 2, 2},
    {"__gt__", d_compare<CompareOp::kGt>, 2, 2}, {"__ge__", d_compare<CompareOp::kGe>, 2, 2}};
constexpr NativeRow kArithmetic[] = {
    {"__add__", d_binary<BinaryOp::kAdd>, 2, 2}, {"__mul__", d_binary<BinaryOp::kMul>, 2, 2},
    {"__sub__", d_binary<BinaryOp::kSub>, 2, 2}, {"__mod__", d_binary<BinaryOp::kMod>, 2, 2},
    {"__or__", d_binary<BinaryOp::kOr>, 2, 2}, {"__and__", d_binary<BinaryOp::kAnd>, 2, 2},
    {"__xor__", d_binary<BinaryOp::kXor>, 2, 2}, {"__floordiv__", d_binary<BinaryOp::kFloorDiv>, 2, 2},
    {"__truediv__", d_binary<BinaryOp::kDiv>, 2, 2}, {"__pow__", d_binary<BinaryOp::kPow>, 2, 2}};

// Rows that the class does not define itself.
void add_missing(Interp& in, ClassObj* cls, std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows)
    if (!in.find(cls->attrs, in.symbol(row.name))) add_methods(in, cls, {&row, 1});
}

}  // namespace

void install_dunders(Interp& in) {
  const Builtins& t = in.types;
  for (ClassObj* cls : {t.str, t.integer, t.floating, t.tuple, t.list, t.dict, t.set, t.frozenset, t.bytes}) {
    add_missing(in, cls, kText);
    add_missing(in, cls, kCompare);
  }
  for (ClassObj* cls : {t.str, t.tuple, t.list, t.integer, t.floating}) add_missing(in, cls, kArithmetic);
  for (ClassObj* cls : {t.dict, t.set, t.frozenset}) add_missing(in, cls, std::span(kArithmetic).subspan(4, 3));
}

}  // namespace nnscan::py

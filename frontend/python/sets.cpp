// set and frozenset: construction and methods.
#include "frontend/python/runs.h"
#include "frontend/python/native_table.h"

namespace nnscan::py {

namespace {

using syntax::CompareOp;

SetObj* set_of(Interp& in, const Value& v) {
  if (!is(v, Kind::kSet)) in.raise(in.types.type_error, "a set is required, not " + in.type_name(v));
  in.look(v);
  return as<SetObj>(v);
}

Value set_len(Interp& in, const Args& a) { return Value::of(set_of(in, a[0])->table.size()); }
Value set_contains(Interp& in, const Args& a) { return Value::of(in.has(set_of(in, a[0]), a[1])); }
Value set_iter(Interp& in, const Args& a) {
  auto* it = in.make<IteratorObj>(in.types.iterator, Value::of(set_of(in, a[0])));
  it->over = IteratorObj::Over::kKeys;
  return Value::of(it);
}

Value set_new(Interp& in, const Args& a) {
  auto* s = in.make<SetObj>(as<ClassObj>(a[0]));
  if (in.is_subclass(s->cls, in.types.frozenset) && a.size() > 1)
    for (const Value& v : in.unpack(a[1])) in.add(s, v);
  return Value::of(s);
}
Value set_init(Interp& in, const Args& a) {
  SetObj* s = set_of(in, a[0]);
  if (a.size() > 1 && !in.is_subclass(s->cls, in.types.frozenset))
    for (const Value& v : in.unpack(a[1])) in.add(s, v);
  return Value::none();
}
Value set_add(Interp& in, const Args& a) { return in.add(set_of(in, a[0]), a[1]), Value::none(); }
bool discard(Interp& in, SetObj* s, const Value& key) {
  uint64_t h = in.hash(key);
  auto same = [&](const Value& other) { return in.equal(key, other); };
  if (!s->table.find(key, h, same)) return false;
  in.journal.touch(s);
  s->table.erase(s->table.find(key, h, same));
  return true;
}
Value set_discard(Interp& in, const Args& a) { return discard(in, set_of(in, a[0]), a[1]), Value::none(); }
Value set_remove(Interp& in, const Args& a) {
  if (!discard(in, set_of(in, a[0]), a[1])) in.raise_value(in.call(Value::of(in.types.key_error), {a[1]}));
  return Value::none();
}
Value set_pop(Interp& in, const Args& a) {
  SetObj* s = set_of(in, a[0]);
  for (const TableEntry& e : s->table.entries())
    if (e.live) {
      Value v = e.key;
      discard(in, s, v);
      return v;
    }
  in.raise(in.types.key_error, "pop from an empty set");
}
SetObj* as_set(Interp& in, const Value& v) {
  if (auto* s = get_if<SetObj>(v)) return s;
  SetObj* s = in.set();
  for (const Value& item : in.unpack(v)) in.add(s, item);
  return s;
}
Value combine(Interp& in, const Args& a, syntax::BinaryOp op) {
  Value result = a[0];
  if (a.size() == 1) return in.binary_builtin(syntax::BinaryOp::kOr, a[0], Value::of(in.set()));
  for (size_t i = 1; i < a.size(); ++i) result = in.binary_builtin(op, result, Value::of(as_set(in, a[i])));
  return result;
}
Value set_update(Interp& in, const Args& a) {
  SetObj* s = set_of(in, a[0]);
  for (size_t i = 1; i < a.size(); ++i) {
    Value items = in.force(a[i]);
    if (is(items, Kind::kSet) || is(items, Kind::kDict)) items = in.list(in.unpack(items));
    each_in_turn(in, items, [&](Value v) { in.add(s, v); });
  }
  return Value::none();
}
// The set becomes what `op` makes of it and the others.
template <syntax::BinaryOp op>
Value set_replace(Interp& in, const Args& a) {
  Value result = combine(in, a, op);
  SetObj* s = set_of(in, a[0]);
  in.journal.touch(s);
  s->table = as<SetObj>(result)->table;
  return Value::none();
}
Value set_union(Interp& in, const Args& a) { return combine(in, a, syntax::BinaryOp::kOr); }
Value set_intersection(Interp& in, const Args& a) { return combine(in, a, syntax::BinaryOp::kAnd); }
Value set_difference(Interp& in, const Args& a) { return combine(in, a, syntax::BinaryOp::kSub); }
Value set_symmetric(Interp& in, const Args& a) { return combine(in, a, syntax::BinaryOp::kXor); }
Value set_issubset(Interp& in, const Args& a) { return in.compare(CompareOp::kLe, a[0], Value::of(as_set(in, a[1]))); }
Value set_issuperset(Interp& in, const Args& a) { return in.compare(CompareOp::kGe, a[0], Value::of(as_set(in, a[1]))); }
Value set_isdisjoint(Interp& in, const Args& a) {
  for (const Value& v : in.unpack(a[1]))
    if (in.has(set_of(in, a[0]), v)) return Value::of(false);
  return Value::of(true);
}
Value set_copy(Interp& in, const Args& a) {
  auto* copy = in.make<SetObj>(a[0].obj->cls);
  copy->table = set_of(in, a[0])->table;
  return Value::of(copy);
}
Value set_clear(Interp& in, const Args& a) {
  SetObj* s = set_of(in, a[0]);
  in.journal.touch(s);
  s->table.clear();
  return Value::none();
}

constexpr NativeRow kSetRows[] = {
    {"__new__", set_new, 1, 2}, {"__init__", set_init, 1, 2}, {"__len__", set_len, 1, 1},
    {"__contains__", set_contains, 2, 2}, {"__iter__", set_iter, 1, 1}, {"copy", set_copy, 1, 1},
    {"union", set_union, 1, -1}, {"intersection", set_intersection, 1, -1}, {"difference", set_difference, 1, -1},
    {"symmetric_difference", set_symmetric, 2, 2}, {"issubset", set_issubset, 2, 2},
    {"issuperset", set_issuperset, 2, 2}, {"isdisjoint", set_isdisjoint, 2, 2},
};
constexpr NativeRow kMutableSetRows[] = {
    {"add", set_add, 2, 2}, {"discard", set_discard, 2, 2}, {"remove", set_remove, 2, 2}, {"pop", set_pop, 1, 1},
    {"update", set_update, 1, -1}, {"clear", set_clear, 1, 1},
    {"intersection_update", set_replace<syntax::BinaryOp::kAnd>, 1, -1},
    {"difference_update", set_replace<syntax::BinaryOp::kSub>, 1, -1},
    {"symmetric_difference_update", set_replace<syntax::BinaryOp::kXor>, 2, 2},
};

}  // namespace

void install_sets(Interp& in) {
  for (ClassObj* cls : {in.types.set, in.types.frozenset}) {
    add_methods(in, cls, kSetRows);
    as<NativeObj>(*in.find(cls->attrs, in.names().new_))->binds = false;
  }
  add_methods(in, in.types.set, kMutableSetRows);
  in.put(in.types.set->attrs, in.names().hash, Value::none());
}

}  // namespace nnscan::py

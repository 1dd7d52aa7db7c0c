// list, tuple and dict: construction and methods.
#include <algorithm>

#include "frontend/python/runs.h"
#include "frontend/python/native_table.h"
#include "frontend/python/structure.h"

namespace nnscan::py {

namespace {

using syntax::CompareOp;

ListObj* list_of(Interp& in, const Value& v) {
  if (!is(v, Kind::kList)) in.raise(in.types.type_error, "a list is required, not " + in.type_name(v));
  in.look(v);
  return as<ListObj>(v);
}
DictObj* dict_of(Interp& in, const Value& v, const Value* key = nullptr) {
  if (!is(v, Kind::kDict)) in.raise(in.types.type_error, "a dict is required, not " + in.type_name(v));
  in.look(v, key);
  return as<DictObj>(v);
}

std::vector<Value> items_of(Interp& in, const Value& v) {
  if (is(v, Kind::kTuple)) return as<TupleObj>(v)->items;
  return list_of(in, v)->items;
}

// ---- list

Value list_new(Interp& in, const Args& a) { return Value::of(in.make<ListObj>(as<ClassObj>(a[0]), std::vector<Value>{})); }
Value list_init(Interp& in, const Args& a) {
  if (a.size() > 1) {
    std::vector<Value> items = in.added_items(a[1]);
    ListObj* l = list_of(in, a[0]);
    l->may_have_runs |= in.has_runs(a[1]);
    in.journal.touch(l);
    l->items = std::move(items);
  }
  return Value::none();
}
// A list to which is only added, whatever loops appended before.
ListObj* growing_list_of(Interp& in, const Value& v) {
  return is(v, Kind::kList) && !as<ListObj>(v)->lost ? as<ListObj>(v) : list_of(in, v);
}
Value list_append(Interp& in, const Args& a) {
  ListObj* l = growing_list_of(in, a[0]);
  in.journal.touch(l);
  l->items.push_back(a[1]);
  if (l->items.size() > in.session.options.limits.list_items)
    in.limit(Code::kLimitSize, "a list of more than " + std::to_string(in.session.options.limits.list_items) + " items", "");
  return Value::none();
}
Value list_extend(Interp& in, const Args& a) {
  extend(in, growing_list_of(in, a[0]), a[1]);
  return Value::none();
}
Value list_insert(Interp& in, const Args& a) {
  bool in_front = in.has_runs(a[0]) && !as<ListObj>(a[0])->lost && a[1].is_int() && a[1].i == 0;
  ListObj* l = in_front ? as<ListObj>(a[0]) : list_of(in, a[0]);
  int64_t n = static_cast<int64_t>(l->items.size()), i = in.index_of(a[1]);
  if (i < 0) i += n;
  in.journal.touch(l);
  l->items.insert(l->items.begin() + std::clamp<int64_t>(i, 0, n), a[2]);
  return Value::none();
}
Value list_pop(Interp& in, const Args& a) {
  if (is(a[0], Kind::kList))
    if (Value* item = in.plain_item_of_runs(as<ListObj>(a[0]), a.size() > 1 ? a[1] : Value::of(-1))) {
      auto* l = as<ListObj>(a[0]);
      auto at = item - l->items.data();
      Value v = *item;
      in.journal.touch(l);
      l->items.erase(l->items.begin() + at);
      return v;
    }
  ListObj* l = list_of(in, a[0]);
  int64_t n = static_cast<int64_t>(l->items.size()), i = a.size() > 1 ? in.index_of(a[1]) : -1;
  if (n == 0) in.raise(in.types.index_error, "pop from empty list");
  if (i < 0) i += n;
  if (i < 0 || i >= n) in.raise(in.types.index_error, "pop index out of range");
  in.journal.touch(l);
  Value v = l->items[static_cast<size_t>(i)];
  l->items.erase(l->items.begin() + i);
  return v;
}
Value sequence_index(Interp& in, const Args& a) {
  if (!is(a[0], Kind::kTuple)) list_of(in, a[0]);
  size_t start = a.size() > 2 ? static_cast<size_t>(std::max<int64_t>(0, in.index_of(a[2]))) : 0;
  // Comparing may run Python that changes the list.
  for (size_t i = start; i < items_in(a[0]).size(); ++i)
    if (in.equal(items_in(a[0])[i], a[1])) return Value::of(i);
  in.raise(in.types.value_error, in.repr(a[1]) + " is not in " + in.type_name(a[0]));
}
Value sequence_count(Interp& in, const Args& a) {
  int64_t n = 0;
  for (const Value& v : items_of(in, a[0])) n += in.equal(v, a[1]);
  return Value::of(n);
}
Value list_remove(Interp& in, const Args& a) {
  ListObj* l = list_of(in, a[0]);
  for (size_t i = 0; i < l->items.size(); ++i)
    if (in.equal(l->items[i], a[1])) {
      in.journal.touch(l);
      l->items.erase(l->items.begin() + static_cast<int64_t>(i));
      return Value::none();
    }
  in.raise(in.types.value_error, "list.remove(x): x not in list");
}
Value list_reverse(Interp& in, const Args& a) {
  if (in.has_runs(a[0])) {
    auto* own = as<ListObj>(a[0]);
    auto* backward = in.make<SliceObj>(in.types.slice, Value::none(), Value::none(), Value::of(int64_t{-1}));
    Value reversed = in.run_list_slice(own, backward);
    if (is(reversed, Kind::kList)) {
      in.journal.touch(own);
      own->items = as<ListObj>(reversed)->items;
    }
    return Value::none();
  }
  ListObj* l = list_of(in, a[0]);
  in.journal.touch(l);
  std::reverse(l->items.begin(), l->items.end());
  return Value::none();
}
Value list_clear(Interp& in, const Args& a) {
  ListObj* l = list_of(in, a[0]);
  in.journal.touch(l);
  l->items.clear();
  return Value::none();
}
// Stable, and safe with an order of the user's that contradicts itself, which may send
// std::stable_sort past the ends.
template <class T, class Less>
void merge_sort(std::vector<T>& items, const Less& less) {
  std::vector<T> merged(items.size());
  for (size_t width = 1; width < items.size(); width *= 2) {
    for (size_t first = 0; first < items.size(); first += 2 * width) {
      size_t middle = std::min(first + width, items.size()), last = std::min(middle + width, items.size());
      size_t a = first, b = middle;
      for (size_t to = first; to < last; ++to) {
        bool second = a == middle || (b < last && less(items[b], items[a]));
        merged[to] = items[second ? b++ : a++];
      }
    }
    items.swap(merged);
  }
}

Value list_copy(Interp& in, const Args& a) { return Value::of(list_with_runs(in, in.types.list, in.added_items(a[0]))); }
Value list_sort(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "sort", {"key", "reverse"});
  ListObj* l = list_of(in, args[0]);
  struct Keyed { Value key, item; };
  std::vector<Keyed> keyed;
  for (const Value& v : std::vector<Value>(l->items))
    keyed.push_back({p.has(0) && !p[0].is_none() ? in.call(p[0], {v}) : in.force(v), v});
  bool reverse = p.has(1) && in.is_true(p[1]);
  auto less = [&](const Keyed& x, const Keyed& y) {
    in.step();
    return in.is_true(in.compare(CompareOp::kLt, reverse ? y.key : x.key, reverse ? x.key : y.key));
  };
  merge_sort(keyed, less);
  in.journal.touch(l);
  l->items.clear();
  for (const Keyed& k : keyed) l->items.push_back(k.item);
  return Value::none();
}

Value native_getitem(Interp& in, const Args& a) { return in.subscript_builtin(a[0], a[1]); }
Value native_setitem(Interp& in, const Args& a) {
  if (auto* d = get_if<DictObj>(a[0])) return in.put(d, a[1], a[2]), Value::none();
  return in.set_subscript_builtin(a[0], a[1], a[2]), Value::none();
}
Value native_delitem(Interp& in, const Args& a) { return in.del_subscript_builtin(a[0], a[1]), Value::none(); }
Value native_len(Interp& in, const Args& a) {
  if (in.has_runs(a[0]) && !as<ListObj>(a[0])->lost) return in.run_list_length(as<ListObj>(a[0]));
  return Value::of(in.length(a[0]).value_or(0));
}
Value native_contains(Interp& in, const Args& a) {
  if (auto* d = get_if<DictObj>(a[0])) return Value::of(in.find(d, a[1]) != nullptr);
  if (auto* s = get_if<SetObj>(a[0])) return Value::of(in.has(s, a[1]));
  for (const Value& v : items_of(in, a[0]))
    if (in.equal(v, a[1])) return Value::of(true);
  return Value::of(false);
}
Value native_iter(Interp& in, const Args& a) {
  auto* it = in.make<IteratorObj>(in.types.iterator, a[0]);
  it->over = is(a[0], Kind::kDict) || is(a[0], Kind::kSet) ? IteratorObj::Over::kKeys : IteratorObj::Over::kSequence;
  return Value::of(it);
}
Value native_repr(Interp& in, const Args& a) {
  // The plain text of the container, whatever a subclass says.
  if (is(a[0], Kind::kTuple)) return in.str(in.repr(in.tuple(as<TupleObj>(a[0])->items)));
  if (is(a[0], Kind::kList)) return in.str(in.repr(in.list(as<ListObj>(a[0])->items)));
  auto* copy = in.dict();
  copy->table = dict_of(in, a[0])->table;
  return in.str(in.repr(Value::of(copy)));
}
constexpr NativeRow kListRows[] = {
    {"__new__", list_new, 1, -1, true}, {"__init__", list_init, 1, 2}, {"append", list_append, 2, 2},
    {"extend", list_extend, 2, 2}, {"insert", list_insert, 3, 3}, {"pop", list_pop, 1, 2},
    {"index", sequence_index, 2, 4}, {"count", sequence_count, 2, 2}, {"remove", list_remove, 2, 2},
    {"reverse", list_reverse, 1, 1}, {"clear", list_clear, 1, 1}, {"copy", list_copy, 1, 1},
    {"sort", list_sort, 1, 1, true}, {"__getitem__", native_getitem, 2, 2},
    {"__setitem__", native_setitem, 3, 3}, {"__delitem__", native_delitem, 2, 2},
    {"__len__", native_len, 1, 1}, {"__contains__", native_contains, 2, 2}, {"__iter__", native_iter, 1, 1},
    {"__repr__", native_repr, 1, 1},
};

// ---- tuple

Value tuple_new(Interp& in, const Args& a) {
  std::vector<Value> items;
  if (a.size() > 1) {
    if (a.size() > 2) in.raise(in.types.type_error, "tuple expected at most 1 argument, got " + std::to_string(a.size() - 1));
    if (as<ClassObj>(a[0]) == in.types.tuple && is(a[1], Kind::kTuple) && a[1].obj->cls == in.types.tuple) return a[1];
    // Only lists have runs: this one says that it is a tuple.
    if (as<ClassObj>(a[0]) == in.types.tuple && in.has_runs(a[1])) return Value::of(list_with_runs(in, in.types.tuple, in.added_items(a[1])));
    Value source = walkable(in, a[1]);
    items = in.unpack(source);
    if (Obj* lost = lost_in(source)) return Value::of(lost);
  }
  return Value::of(in.make_tuple(as<ClassObj>(a[0]), items));
}
constexpr NativeRow kTupleRows[] = {
    {"__new__", tuple_new, 1, -1}, {"__init__", [](Interp&, const Args&) { return Value::none(); }, 1, -1, true},
    {"index", sequence_index, 2, 4}, {"count", sequence_count, 2, 2}, {"__getitem__", native_getitem, 2, 2},
    {"__len__", native_len, 1, 1}, {"__contains__", native_contains, 2, 2}, {"__iter__", native_iter, 1, 1},
    {"__repr__", native_repr, 1, 1},
};

// ---- dict

void update(Interp& in, DictObj* d, const Value& with) {
  if (auto* other = get_if<DictObj>(with); other && !in.overrides(with, "keys")) {
    for (const TableEntry& e : std::vector<TableEntry>(other->table.entries()))
      if (e.live) in.set_item(d, e.key, e.value);
    return;
  }
  Value keys;
  if (in.try_get(with, in.names().keys, keys)) {
    for (const Value& key : in.unpack(in.call(keys, {}))) in.set_item(d, key, in.subscript(with, key));
    return;
  }
  int64_t position = 0;
  each_in_turn(in, with, [&](Value item) {
    Value pair = in.force(item);
    std::string where = "dictionary update sequence element #" + std::to_string(position++);
    if (!pair.is_object()) in.raise(in.types.type_error, "cannot convert " + where + " to a sequence");
    std::vector<Value> two = in.unpack(pair);
    if (two.size() != 2) in.raise(in.types.value_error, where + " has length " + std::to_string(two.size()) + "; 2 is required");
    in.set_item(d, two[0], two[1]);
  });
}

Value dict_new(Interp& in, const Args& a) { return Value::of(in.make<DictObj>(as<ClassObj>(a[0]))); }
Value dict_update(Interp& in, const Args& a) {
  DictObj* d = dict_of(in, a[0]);
  if (a.size() > 1) update(in, d, a[1]);
  for (const Keyword& k : a.keywords) in.set_item(d, Value::of(in.str(k.name)), k.value);
  return Value::none();
}
Value dict_get(Interp& in, const Args& a) {
  Value* found = in.find(dict_of(in, a[0], &a[1]), a[1]);
  return found ? *found : a.size() > 2 ? a[2] : Value::none();
}
Value dict_pop(Interp& in, const Args& a) {
  DictObj* d = dict_of(in, a[0], &a[1]);
  if (Value* found = in.find(d, a[1])) {
    Value v = *found;
    in.remove(d, a[1]);
    return v;
  }
  if (a.size() > 2) return a[2];
  in.raise_value(in.call(Value::of(in.types.key_error), {a[1]}));
}
Value dict_popitem(Interp& in, const Args& a) {
  DictObj* d = dict_of(in, a[0]);
  auto& entries = d->table.entries();
  for (size_t i = entries.size(); i-- > 0;)
    if (entries[i].live) {
      TableEntry e = entries[i];
      in.remove(d, e.key);
      return in.tuple({e.key, e.value});
    }
  in.raise(in.types.key_error, "popitem(): dictionary is empty");
}
Value dict_setdefault(Interp& in, const Args& a) {
  DictObj* d = dict_of(in, a[0], &a[1]);
  if (Value* found = in.find(d, a[1])) return *found;
  Value v = a.size() > 2 ? a[2] : Value::none();
  in.put(d, a[1], v);
  return v;
}
Value dict_copy(Interp& in, const Args& a) {
  auto* copy = in.make<DictObj>(a[0].obj->cls);
  copy->table = dict_of(in, a[0])->table;
  return Value::of(copy);
}
Value dict_clear(Interp& in, const Args& a) {
  DictObj* d = dict_of(in, a[0]);
  in.journal.touch(d);
  d->table.clear();
  return Value::none();
}
Value dict_fromkeys(Interp& in, const Args& a) {
  Value d = in.call(a[0], {});
  for (const Value& key : in.unpack(a[1])) in.set_subscript(d, key, a.size() > 2 ? a[2] : Value::none());
  return d;
}
Value dict_move_to_end(Interp& in, const Args& args) {
  Parameters p(in, {args.positional.subspan(1), args.keywords}, "move_to_end", {"key", "last"});
  DictObj* d = dict_of(in, args[0]);
  Value key = p[0];
  uint64_t h = in.hash(key);
  auto same = [&](const Value& other) { return in.equal(key, other); };
  if (!d->table.find(key, h, same)) in.raise_value(in.call(Value::of(in.types.key_error), {key}));
  in.journal.touch(d);
  d->table.move_to_end(d->table.find(key, h, same), in.is_true(p.or_(1, Value::of(true))));
  return Value::none();
}

constexpr NativeRow kDictRows[] = {
    {"__new__", dict_new, 1, -1, true}, {"__init__", dict_update, 1, 2, true}, {"update", dict_update, 1, 2, true},
    {"get", dict_get, 2, 3},
    {"pop", dict_pop, 2, 3}, {"popitem", dict_popitem, 1, 1}, {"setdefault", dict_setdefault, 2, 3},
    {"copy", dict_copy, 1, 1}, {"clear", dict_clear, 1, 1}, {"__getitem__", native_getitem, 2, 2},
    {"__setitem__", native_setitem, 3, 3}, {"__delitem__", native_delitem, 2, 2}, {"__len__", native_len, 1, 1},
    {"__contains__", native_contains, 2, 2}, {"__iter__", native_iter, 1, 1}, {"__repr__", native_repr, 1, 1},
    {"__dict_move_to_end__", dict_move_to_end, 2, 3, true},
};

}  // namespace

void install_containers(Interp& in) {
  add_methods(in, in.types.list, kListRows);
  add_methods(in, in.types.tuple, kTupleRows);
  add_methods(in, in.types.dict, kDictRows);
  for (ClassObj* cls : {in.types.list, in.types.tuple, in.types.dict})
    as<NativeObj>(*in.find(cls->attrs, in.names().new_))->binds = false;
  for (ClassObj* cls : {in.types.list, in.types.dict}) in.put(cls->attrs, in.names().hash, Value::none());
  constexpr NativeRow kWalked[] = {{"__iter__", [](Interp& i, const Args& a) { return i.iterate(a[0]); }, 1, 1},
                                   {"__len__", [](Interp& i, const Args& a) { return i.len(a[0]); }, 1, 1},
                                   {"__contains__", [](Interp& i, const Args& a) { return i.contains(a[0], a[1]); }, 2, 2},
                                   {"__getitem__", [](Interp& i, const Args& a) { return i.subscript_builtin(a[0], a[1]); }, 2, 2}};
  for (ClassObj* cls : {in.types.str, in.types.range}) add_methods(in, cls, kWalked);
  for (const NativeRow& row : kWalked)
    if (!in.find(in.types.bytes->attrs, in.symbol(row.name))) add_methods(in, in.types.bytes, {&row, 1});
  Value fromkeys = in.native("fromkeys", dict_fromkeys, 2, 3);
  in.put(in.types.dict->attrs, in.symbol("fromkeys"), Value::of(in.make<ClassMethodObj>(in.types.class_method, fromkeys)));
}

}  // namespace nnscan::py

#include "frontend/python/structure.h"

#include <algorithm>

namespace nnscan::py {

namespace {

const Table* table_of(const Value& v) {
  if (auto* dict = get_if<DictObj>(v)) return &dict->table;
  if (auto* instance = get_if<InstanceObj>(v)) return instance->attrs ? &instance->attrs->table : nullptr;
  return nullptr;
}

}  // namespace

std::optional<DType> number_kind(const Value& v) {
  if (v.tag == Tag::kBool || v.tag == Tag::kSymBool) return DType::kBool;
  if (v.tag == Tag::kInt || v.tag == Tag::kSymInt) return DType::kInt64;
  if (v.tag == Tag::kFloat || v.tag == Tag::kSymFloat) return DType::kFloat64;
  return std::nullopt;
}

bool same_text(const Value& a, const Value& b) {
  auto *x = get_if<StrObj>(a), *y = get_if<StrObj>(b);
  return x && y && x->text == y->text;
}

bool parts_of(const Value& v, std::vector<Value>& parts) {
  parts.clear();
  auto add_table = [&](const Table& table) {
    for (const TableEntry& entry : table.entries())
      if (entry.live) parts.push_back(entry.value);
  };
  if (auto* tuple = get_if<TupleObj>(v)) {
    parts.assign(tuple->items.begin(), tuple->items.end());
  } else if (auto* list = get_if<ListObj>(v)) {
    if (list->lost || list->may_have_runs) return false;
    parts = list->items;
  } else if (auto* dict = get_if<DictObj>(v)) {
    if (dict->lost) return false;
    add_table(dict->table);
  } else if (auto* instance = get_if<InstanceObj>(v)) {
    if (!instance->attrs || !instance->payload.is_unbound()) return false;
    add_table(instance->attrs->table);
  } else {
    return false;
  }
  return true;
}

bool same_keys(const Table& a, const Table& b) {
  std::vector<const TableEntry*> x, y;
  for (const TableEntry& entry : a.entries())
    if (entry.live) x.push_back(&entry);
  for (const TableEntry& entry : b.entries())
    if (entry.live) y.push_back(&entry);
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const TableEntry* p, const TableEntry* q) {
    return p->key.identical(q->key) || same_text(p->key, q->key);
  });
}

bool alike(const Value& a, const Value& b) {
  if (!a.is_object() || !b.is_object() || a.obj->kind != b.obj->kind || a.obj->cls != b.obj->cls) return false;
  std::vector<Value> x, y;
  if (!parts_of(a, x) || !parts_of(b, y) || x.size() != y.size()) return false;
  const Table *s = table_of(a), *t = table_of(b);
  return !s || same_keys(*s, *t);
}

Value rebuild(Interp& in, const Value& like, const std::vector<Value>& parts) {
  if (is(like, Kind::kTuple)) return Value::of(in.make_tuple(like.obj->cls, parts));
  if (is(like, Kind::kList)) return Value::of(in.make<ListObj>(like.obj->cls, parts));
  const Table* table = table_of(like);
  auto* dict = in.make<DictObj>(is(like, Kind::kDict) ? like.obj->cls : in.types.dict);
  dict->table = *table;
  size_t i = 0;
  for (TableEntry& entry : dict->table.entries())
    if (entry.live) entry.value = parts[i++];
  if (is(like, Kind::kDict)) return Value::of(dict);
  auto* instance = in.make<InstanceObj>(like.obj->cls);
  instance->attrs = dict;
  return Value::of(instance);
}

ListObj* list_with_runs(Interp& in, ClassObj* cls, std::vector<Value> items) {
  bool runs = std::any_of(items.begin(), items.end(), [](const Value& v) { return is(v, Kind::kRun); });
  auto* list = in.make<ListObj>(cls, std::move(items));
  list->may_have_runs = runs;
  return list;
}

void Interp::entangle(StorageObj* storage, Span at) {
  if (storage->entangled) return;
  journal.keep(storage, storage->entangled);
  journal.keep(storage, storage->entangled_at);
  storage->entangled = true;
  storage->entangled_at = at;
  entangled.push_back(storage);
}

void Interp::disentangle(size_t from) {
  for (; entangled.size() > from; entangled.pop_back()) entangled.back()->entangled = false;
}

std::vector<StorageObj*> memory_of(Interp& in, StorageObj* storage) {
  std::vector<StorageObj*> met{storage};
  for (size_t i = 0; i < met.size(); ++i)
    for (const StorageObj::Alias& alias : met[i]->aliases) {
      StorageObj* other = in.tensors->storage(Value::of(alias.other));
      if (std::find(met.begin(), met.end(), other) == met.end()) met.push_back(other);
    }
  return met;
}

}  // namespace nnscan::py
